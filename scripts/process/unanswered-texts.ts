import type { Taal } from '#lib/ui/text/taal.ts'

/** The server's own texts for a request without a response. */
const nl = {
  vol: {
    titel: 'Het is nu te druk',
    lezen: 'Daarom kunnen wij deze pagina nu niet laten zien. Wacht even en probeer het dan opnieuw.',
    later: 'Dat ligt aan ons, niet aan u. Wacht even en probeer het dan opnieuw.',
    opnieuw: 'Probeer opnieuw',
    versturen: 'Wat u verstuurde is daarom niet opgeslagen. Ga terug, wacht even en verstuur het dan opnieuw.',
    terug: 'Terug naar het formulier',
  },
  fout: 'Er ging bij ons iets mis',
  teGroot: {
    titel: 'Dit is te groot',
    uitleg:
      'Wat u verstuurde is te groot. Daarom is het niet opgeslagen. Ga terug en verstuur minder, of een kleiner bestand.',
  },
  afgebroken: {
    titel: 'Dit kwam niet helemaal aan',
    uitleg:
      'De verbinding was te langzaam of viel weg. Daarom is het niet opgeslagen. Ga terug en verstuur het opnieuw.',
  },
}

const en: typeof nl = {
  vol: {
    titel: 'It is too busy now',
    lezen: 'That is why we cannot show this page now. Please wait a moment and then try again.',
    later: 'This is our fault, not yours. Please wait a moment and then try again.',
    opnieuw: 'Try again',
    versturen: 'That is why what you sent was not saved. Go back, wait a moment and then send it again.',
    terug: 'Back to the form',
  },
  fout: 'Something went wrong on our side',
  teGroot: {
    titel: 'This is too large',
    uitleg: 'What you sent is too large. That is why it was not saved. Go back and send less, or a smaller file.',
  },
  afgebroken: {
    titel: 'This did not arrive completely',
    uitleg: 'The connection was too slow or was lost. That is why it was not saved. Go back and send it again.',
  },
}

export const unansweredTexts: Record<Taal, typeof nl> = { nl, en }
