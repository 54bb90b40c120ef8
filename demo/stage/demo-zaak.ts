/** The zaak that the demo opens on both screens; the seed makes it. */
export const DEMO_ZAAK_ID = '0199a000-0000-7000-8000-000000000123'
/** The `subject` of the behandelaar and the `id` of the burger who open it. */
export const DEMO_BEHANDELAAR = 'f.elamrani'
export const DEMO_BURGER = 'j-devries'
