/** What pages for staff say in the same words, whichever they are. Dutch only. */
export const staff = {
  kruimelpad: 'Kruimelpad',
  annuleren: 'Annuleren',
  bezig: 'Bezig…',
}

export type Bladeren = { menu: string; vorige: string; volgende: string }

export const bladeren: Bladeren = { menu: 'Bladeren', vorige: 'Vorige', volgende: 'Volgende' }

/** For a list with the newest first. */
export const bladerenInTijd: Bladeren = { menu: 'Bladeren', vorige: 'Nieuwer', volgende: 'Ouder' }
