const SOORT = { worker: 'De worker', web: 'Het webproces' }

/** A clock difference in words: "40 seconden", "61 minuten", "5 uur", "3 dagen". */
function afstand(seconden: number): string {
  if (seconden < 120) return `${Math.round(seconden)} seconden`
  const minuten = seconden / 60
  if (minuten < 120) return `${Math.round(minuten)} minuten`
  return minuten < 48 * 60 ? `${Math.round(minuten / 60)} uur` : `${Math.round(minuten / 1440)} dagen`
}

/** The sentences about a process whose clock is off, for pages and mails. */
export const klokZinnen = {
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
}
