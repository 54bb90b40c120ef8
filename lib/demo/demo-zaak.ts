/** The zaak that the demo opens on both sides; the seed makes it. */
export const DEMO_ZAAK_ID = '0199a000-0000-7000-8000-000000000123'
/** Who opens it: `subject` of a demo behandelaar and BSN-free id of a demo person. */
export const DEMO_BEHANDELAAR = 'f.elamrani'
export const DEMO_BURGER = 'j-devries'
