import { staff } from '../../staff.ts'

const zaken = (n: number) => `${n} open ${n === 1 ? 'zaak' : 'zaken'}`

/** Texts of the pages on which a beheerder maintains the list of teams. Dutch only. */
export const teamlijst = {
  titel: 'Teams',
  uitleg:
    'De teams die zaken behandelen. Een zaaktype geeft nieuwe zaken aan een team uit deze lijst. De aanvrager leest de naam van het team.',
  kolom: { team: 'Team', collegas: 'Collega’s', zaken: 'Open zaken', zaaktypen: 'Zaaktypen' },
  beeindigd: (datum: string) => `Beëindigd op ${datum}`,
  code: (code: string) => `In het inlogsysteem en in de API: ${code}`,
  geen: 'Geen',
  wijzig: 'Wijzigen',
  leeg: 'Nog geen teams',
  leegUitleg: 'Voeg eerst een team toe. Dan kunt u zaaktypen maken.',
  onbekend: (teams: string) =>
    `Collega’s zitten in een team dat niet in deze lijst staat: ${teams}. Zolang kan niemand dat team een zaak geven.`,
  toevoegen: {
    titel: 'Team toevoegen',
    naam: 'Naam van het team',
    naamHint:
      'Zoals het inlogsysteem het team noemt. Onder die naam blijven het inlogsysteem en de API het team kennen.',
    knop: 'Team toevoegen',
  },
  hernoemen: {
    titel: 'Naam wijzigen',
    naam: 'Nieuwe naam',
    hint: 'Collega’s en aanvragers lezen deze naam vanaf nu. In Mijn zaken verandert de naam bij de eerstvolgende wijziging van een zaak. Het inlogsysteem en de API houden de eerste naam.',
    knop: 'Naam wijzigen',
  },
  beeindigen: {
    titel: 'Team beëindigen',
    uitleg: 'Niemand kan het team dan nog een zaak geven. Afgehandelde zaken houden de naam.',
    nu: (n: number, zaaktypen: string) =>
      `Dit team heeft nu ${zaken(n)}. Nieuwe zaken krijgt het van: ${zaaktypen || 'geen zaaktype'}.`,
    knop: 'Team beëindigen',
  },
  hervatten: {
    titel: 'Team weer gebruiken',
    uitleg: 'Het team kan dan weer zaken krijgen.',
    knop: 'Team weer gebruiken',
  },
  gedaan: {
    toegevoegd: 'Het team is toegevoegd.',
    hernoemd: 'De naam is gewijzigd.',
    beeindigd: 'Het team is beëindigd.',
    hervat: 'Het team kan weer zaken krijgen.',
  },
  fout: {
    leeg: 'Vul een naam in.',
    teLang: (max: number) => `Gebruik hoogstens ${max} tekens.`,
    teken: staff.eenRegel,
    taken: 'Er is al een team met deze naam, of het heette eerst zo. Kies een andere.',
    not_found: 'Dit team is intussen gewijzigd. Open de pagina opnieuw.',
    has_zaken: 'Dit team heeft nog open zaken. Geef die eerst aan een ander team.',
    has_zaaktypen: 'Een zaaktype geeft dit team nog nieuwe zaken. Kies daar eerst een ander team.',
  },
} as const
