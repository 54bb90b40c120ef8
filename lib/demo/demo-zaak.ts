/** The zaak that the demo opens on both sides; the seed makes it. */
export const DEMO_ZAAK_ID = '0199a000-0000-7000-8000-000000000123'
/** The two people who open it: the `subject` of a demo behandelaar and the `id` of a demo burger. */
export const DEMO_BEHANDELAAR = 'f.elamrani'
export const DEMO_BURGER = 'j-devries'
