import type { Taal } from '../text/taal.ts'

// A separate file, because every form loads these texts in the browser.

const nl = {
  onbekend: {
    titel: 'Dit duurt te lang',
    zaak: 'Wij weten niet of dit is gelukt. Kijk bij de zaak of dit is opgeslagen, voordat u het nog eens verstuurt.',
    naarZaak: 'Kijk bij de zaak',
    pagina:
      'Wij weten niet of dit is gelukt. Kijk op de pagina of dit is opgeslagen, voordat u het nog eens verstuurt.',
    naarPagina: 'Kijk op de pagina',
  },
  zoeken: 'Zoeken lukt nu niet. Wat u invulde staat er nog. Probeer het zo opnieuw.',
}

const en: typeof nl = {
  onbekend: {
    titel: 'This takes too long',
    zaak: 'We do not know whether this worked. Look at the case to see whether it was saved, before you send it again.',
    naarZaak: 'Look at the case',
    pagina:
      'We do not know whether this worked. Look at the page to see whether it was saved, before you send it again.',
    naarPagina: 'Look at the page',
  },
  zoeken: 'Searching does not work now. What you filled in is still there. Please try again in a moment.',
}

export const geenAntwoord: Record<Taal, typeof nl> = { nl, en }

const ZAAK = /^\/(?:balie|mijn)\/zaken\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?=\/|$)/

/** Says that it is unknown whether a form at `path` was saved, with a link to a page that shows it. */
export function onbekend(taal: Taal, path: string): { titel: string; uitleg: string; href: string; link: string } {
  const { titel, zaak, naarZaak, pagina, naarPagina } = geenAntwoord[taal].onbekend
  const [href] = ZAAK.exec(path) ?? []
  return href ? { titel, uitleg: zaak, href, link: naarZaak } : { titel, uitleg: pagina, href: path, link: naarPagina }
}
