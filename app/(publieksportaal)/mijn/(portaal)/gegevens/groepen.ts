import type { OnderdeelNaam } from '#lib/publieksportaal/gegevens/onderdelen.ts'

/** The onderdelen, grouped for the reader; the keys are those of `groepen` in the texts. */
export const GROEPEN = {
  wie: ['burger'],
  zaken: ['zaken', 'verwijderdeZaken'],
  gestuurd: ['inzendingen', 'bestanden'],
  bereiken: ['emailadres', 'apparaten', 'agenda'],
  gekregen: ['bewijzen', 'herinneringen', 'mails', 'verzondenMails'],
  gedaan: ['handelingen', 'sessies'],
} as const satisfies Record<string, readonly OnderdeelNaam[]>

export type GroepNaam = keyof typeof GROEPEN
