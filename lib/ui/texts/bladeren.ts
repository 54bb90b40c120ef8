export type Bladeren = { menu: string; vorige: string; volgende: string }

export const bladeren: Bladeren = { menu: 'Bladeren', vorige: 'Vorige', volgende: 'Volgende' }

/** For a list with the newest first. */
export const bladerenInTijd: Bladeren = { menu: 'Bladeren', vorige: 'Nieuwer', volgende: 'Ouder' }
