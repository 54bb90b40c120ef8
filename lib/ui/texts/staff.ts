import { klokZinnen } from '#lib/platform/klok-zinnen.ts'

/** Texts that all pages for staff share. Dutch only. */
export const staff = {
  getypt: { terug: 'Wat u hier typte en niet opsloeg, staat er weer.', wis: 'Maak leeg' },
  kruimelpad: 'Kruimelpad',
  annuleren: 'Annuleren',
  bezig: 'Bezig…',
  eenRegel: 'Dit moet één regel zijn, zonder onzichtbare tekens die de volgorde van letters omkeren. Typ het opnieuw.',
}

export type Bladeren = { menu: string; vorige: string; volgende: string }

export const bladeren: Bladeren = { menu: 'Bladeren', vorige: 'Vorige', volgende: 'Volgende' }

/** For a list with the newest first. */
export const bladerenInTijd: Bladeren = { menu: 'Bladeren', vorige: 'Nieuwer', volgende: 'Ouder' }

/** Texts about processes whose clocks are off, at the desk and at the beheer of the portal. */
export const klokken = {
  titel: (aantal: number) =>
    aantal === 1 ? 'Let op: een klok loopt niet gelijk' : `Let op: ${aantal} klokken lopen niet gelijk`,
  ...klokZinnen,
  inMenu: (aantal: number) => (aantal === 1 ? 'klok die niet gelijk loopt' : 'klokken die niet gelijk lopen'),
}
