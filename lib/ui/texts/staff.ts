const SOORT = { worker: 'De worker', web: 'Het webproces' }

/** A clock difference in words: "40 seconden", "61 minuten", "5 uur", "3 dagen". */
function afstand(seconden: number): string {
  if (seconden < 120) return `${Math.round(seconden)} seconden`
  const minuten = seconden / 60
  if (minuten < 120) return `${Math.round(minuten)} minuten`
  return minuten < 48 * 60 ? `${Math.round(minuten / 60)} uur` : `${Math.round(minuten / 1440)} dagen`
}

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
  klok: ({
    proces,
    machine,
    voorSeconden,
    sinds,
  }: {
    proces: keyof typeof SOORT
    machine: string
    voorSeconden: number
    sinds: string
  }) =>
    `${SOORT[proces]} op ${machine} loopt ${afstand(Math.abs(voorSeconden))} ${voorSeconden > 0 ? 'voor' : 'achter'} op de database, sinds ${sinds}.`,
  watNu:
    'Zet de klok van die machine gelijk. Daarna gaat het proces vanzelf verder. Lopen alle processen evenveel voor of achter? Dan klopt de klok van de database niet.',
  inMenu: (aantal: number) => (aantal === 1 ? 'klok die niet gelijk loopt' : 'klokken die niet gelijk lopen'),
}
