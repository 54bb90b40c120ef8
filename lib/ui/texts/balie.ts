/** A number with its singular or plural: `1 zaak`, `2 zaken`. */
const aantal = (n: number, een: string, meer: string) => `${n} ${n === 1 ? een : meer}`

const dagen = (n: number) => aantal(n, 'dag', 'dagen')

/** The aanvrager in the table of zaken. A citizen has no KvK-nummer, and a whole company no vestiging. */
type Aanvrager = { aanvragerNaam: string; aanvragerKvk: string | null; aanvragerVestiging: string | null }

/** Texts of the desk. Staff only, so Dutch only. */
export const balie = {
  zaaksysteem: 'Zaaksysteem',
  naarInhoud: 'Naar de inhoud',
  menu: 'Hoofdmenu',
  menugroep: { zaken: 'Zaken', koppelingen: 'Koppelingen', beheer: 'Beheer' },
  menuMeldingen: (n: number) => (n === 1 ? 'melding' : 'meldingen'),
  afmelden: 'Uitloggen',
  team: (team: string) => (team ? `Team ${team}` : 'Geen team'),

  geenToegang: {
    titel: 'Deze pagina is er niet voor u',
    uitleg:
      'Misschien klopt de link niet, of is wat u zoekt verwijderd. Of u heeft het recht ervoor niet. Vraag dat aan uw teamleider.',
  },

  lijst: {
    open: { titel: 'Werkvoorraad', leeg: 'Er zijn geen open zaken.' },
    mijn: { titel: 'Mijn zaken', leeg: 'U behandelt nu geen open zaken.' },
    afgehandeld: { titel: 'Afgehandeld', leeg: 'Er zijn nog geen zaken afgehandeld.' },
  },

  zoeken: {
    formulier: 'Zaken zoeken',
    zoek: 'Zaaknummer, aanvrager of omschrijving',
    zaaktype: 'Zaaktype',
    alleZaaktypen: 'Alle zaaktypen',
    status: 'Status',
    alleStatussen: 'Alle statussen',
    behandelaar: 'Behandelaar',
    vanIedereen: 'Van iedereen',
    vanMij: 'Van mij',
    vanNiemand: 'Van niemand',
    knop: 'Zoeken',
    wis: 'Wis filters',
    nietsGevonden: 'Geen zaken gevonden',
    nietsGevondenUitleg: 'Geen zaak past bij wat u zoekt. Controleer het zaaknummer of zoek op minder.',
    geenZaken: 'Niets te doen',
  },

  kolom: {
    kies: 'Kies',
    zaak: 'Zaak',
    zaaknummer: 'Zaaknummer',
    zaaktype: 'Zaaktype',
    status: 'Status',
    streefdatum: 'Streefdatum',
    fataledatum: 'Fatale datum',
    afgehandeldOp: 'Afgehandeld op',
    ingediend: 'Ingediend op',
    team: 'Team',
    behandelaar: 'Behandelaar',
    bezorging: 'Bezorging',
    wanneer: 'Wanneer',
    wat: 'Wat',
    door: 'Door',
  },
  geenBehandelaar: 'niemand',

  metKvk: ({ aanvragerNaam: naam, aanvragerKvk: kvk, aanvragerVestiging: vestiging }: Aanvrager) => {
    if (!kvk) return naam
    return vestiging ? `${naam} (KvK ${kvk}, vestiging ${vestiging})` : `${naam} (KvK ${kvk})`
  },

  termijn: {
    nogTotFataleDatum: (n: number) => `nog ${dagen(n)} tot fatale datum`,
    vandaagFataleDatum: 'fatale datum is vandaag',
    naFataleDatum: (n: number) => `${dagen(n)} na fatale datum`,
  },

  laatsteBezorging: { bij: 'bezorgd', onderweg: 'onderweg', mislukt: 'niet bezorgd', overgeslagen: 'overgeslagen' },

  zaak: {
    aanvrager: 'Aanvrager',
    adres: 'Postadres',
    telefoon: 'Telefoon',
    bereikbaar: {
      term: 'Bereikbaar',
      onbekend: 'Nog niet bekend: het portaal meldde hierover niets.',
      portaal: 'Gebruikt Mijn zaken.',
      nooit: 'Gebruikte Mijn zaken nooit.',
      email: 'E-mailadres bevestigd.',
      geenEmail: 'Geen bevestigd e-mailadres.',
      stuurBrief: 'Stuur een brief',
      brief: 'Maak een brief',
    },
    bewaren: 'Bewaren',
    doorgezonden: 'Doorgezonden',
    deelsDoorgezonden: 'Voor een deel doorgezonden',
    naarOp: (naar: string, op: string) => `${naar}, op ${op}`,
    totVernietiging: (datum: string) => `tot vernietiging, vanaf ${datum}`,
    blijftBewaard: 'blijft bewaard',
    zolangBesluitGeldt: 'blijft bewaard zolang een besluit geldt',
    voorbeeld: 'Zo ziet de aanvrager het',
    voorbeeldNu: 'Zo staat het nu in het portaal.',
    voorbeeldStraks: 'Zo staat het in het portaal nadat u opslaat.',
    mailvoorbeeld: {
      titel: 'Dit staat in de mail, als de aanvrager mail krijgt',
      neutraal: 'Deze zaak is gevoelig. De mail zegt daarom alleen dat er nieuws is.',
      geen: 'Hierover krijgt de aanvrager geen mail.',
    },
    verloop: 'Tijdlijn',
    resultaat: (resultaat: string) => `Resultaat: ${resultaat}`,
    nietGevonden: 'Deze zaak bestaat niet',
    nietGevondenUitleg: 'Misschien klopt de link niet, of is de zaak verwijderd. Zoek de zaak op zaaknummer.',
    naarWerkvoorraad: 'Naar de werkvoorraad',
  },

  wijzigen: {
    titel: 'Status wijzigen',
    nu: 'Nu:',
    sinds: (datum: string) => `sinds ${datum}`,
    nieuweStatus: 'Nieuwe status',
    toelichting: 'Toelichting voor de aanvrager',
    magLeeg: '(mag leeg)',
    toelichtingHint: 'De aanvrager ziet dit direct in het portaal. Schrijf kort en gewoon.',
    standaardtekst: 'Standaardtekst',
    kiesTekst: 'Kies een tekst…',
    knop: 'Status opslaan',
    bezig: 'Bezig met opslaan…',
    gelukt: 'Opgeslagen. De aanvrager ziet de nieuwe status direct.',
    nietBevoegd: 'U mag deze zaak bekijken, maar niet behandelen.',
  },

  heropenen: {
    titel: 'Zaak heropenen',
    uitleg:
      'De zaak gaat terug naar de status van vóór de afhandeling. Het resultaat vervalt. De aanvrager ziet direct dat u de zaak weer behandelt.',
    nietBevoegd: 'Deze zaak is afgehandeld. Een collega met het recht ‘heropenen’ kan de zaak weer openen.',
    toelichting: 'Waarom heropent u de zaak?',
    toelichtingHint: 'De aanvrager ziet dit in het portaal.',
    knop: 'Zaak heropenen',
    gelukt: 'Opgeslagen. De zaak is weer open.',
  },

  fout: {
    titel: 'Nog niet opgeslagen',
    kiesStatus: 'Kies een nieuwe status.',
    resultaatPastNiet: 'Dit resultaat hoort niet bij dit zaaktype. Kies een ander resultaat.',
    teLang: (max: number) => `De toelichting is te lang. Gebruik hoogstens ${max} tekens.`,
    teken: 'In de toelichting staat een teken dat wij niet kunnen bewaren. Haal het weg.',
  },

  conflict: {
    ingehaald: 'Deze zaak is intussen gewijzigd. Als u opslaat, ziet u eerst wat er is veranderd.',
    titel: 'Een collega was u voor',
    uitleg: 'Uw wijziging is nog niet opgeslagen. Dit is intussen veranderd:',
    door: (naam: string, op: string) => `${naam} op ${op}:`,
    watNu: 'Uw tekst staat er nog. Controleer uw keuze en sla opnieuw op.',
    nietMeer: 'De zaak kan nu niet meer zo worden gewijzigd. Uw tekst staat hieronder.',
    uwTekst: 'Uw tekst (niet opgeslagen)',
  },

  bezorging: {
    onderweg: 'onderweg',
    onderwegPoging: (poging: number) => `onderweg, poging ${poging}`,
    snel: (duur: string) => `bezorgd in ${duur}`,
    naPogingen: (pogingen: number, op: string) => `bezorgd na ${pogingen} pogingen, ${op}`,
    overgeslagen: 'overgeslagen',
    bekijk: 'Bekijk de bezorging',
    mislukt: (pogingen: number) => `niet bezorgd na ${aantal(pogingen, 'poging', 'pogingen')}`,
  },

  sneltoetsen: {
    knop: 'Sneltoetsen',
    titel: 'Sneltoetsen',
    aan: 'Sneltoetsen met één teken gebruiken',
    sluiten: 'Sluiten',
    lijst: [
      { toetsen: ['?'], doet: 'Deze lijst tonen' },
      { toetsen: ['/'], doet: 'Zoeken in alle zaken' },
      { toetsen: ['↓'], doet: 'Van het zoekvak naar de eerste zaak' },
      { toetsen: ['j'], doet: 'Volgende zaak in de lijst' },
      { toetsen: ['k'], doet: 'Vorige zaak in de lijst' },
      { toetsen: ['Enter'], doet: 'Zaak openen' },
      { toetsen: ['x'], doet: 'Zaak kiezen, of juist niet' },
      { toetsen: ['g', 'w'], doet: 'Naar de werkvoorraad' },
      { toetsen: ['Ctrl', 'Enter'], doet: 'Formulier opslaan (op een Mac: ⌘ Enter)' },
    ],
  },

  storing: {
    titel: 'Deze pagina laadt nu niet',
    uitleg: 'Wat u al heeft opgeslagen is veilig. Probeer het opnieuw. Lukt het niet, bel dan de servicedesk.',
    opnieuw: 'Probeer opnieuw',
  },
}

/** Texts about the inzendingen of the aanvrager. */
export const inzendingen = {
  titel: 'Van de aanvrager',
  gemeld: (moment: string) => `Meldde op ${moment} als gestuurd:`,
  nummer: 'Nummer',
  doorGemachtigde: 'Gedaan door een gemachtigde.',
  nogNiet: 'Nog niet gemeld:',
  verloop: {
    aanvrager: 'de aanvrager',
    aanvulling: 'Gemeld als gestuurd:',
    intrekking: 'Vraagt om in te trekken',
    vraag: 'Stelt een vraag',
  },
  binnen: (datum: string) => `binnen op ${datum}`,
  bevestig: 'Leg vast wat binnen is',
  of: 'of',
  vraagOpnieuw: 'vraag opnieuw wat u mist',
  besmet: (namen: string) =>
    `In een bestand zit een virus. Niemand kan het openen. Vraag dit opnieuw, als u het nodig heeft: ${namen}.`,
  uitleg: 'Dit zegt de aanvrager. De termijn loopt weer als alles is gemeld. Wat binnen is, legt u zelf vast.',
  uitlegWacht:
    'Dit zegt de aanvrager. De termijn staat stil tot u vastlegt wat binnen is, of tot en met de laatste dag.',
  vraag: {
    titel: (moment: string) => `De aanvrager stelt een vraag (${moment})`,
    beantwoord: 'Beantwoord de vraag',
  },
  intrekking: {
    titel: (moment: string) => `De aanvrager wil deze aanvraag intrekken (${moment})`,
    sluit: (resultaat: string) => `Akkoord? Sluit de zaak hieronder met het resultaat ‘${resultaat}’.`,
    sluitZonder: 'Akkoord? Sluit de zaak hieronder met het resultaat dat daarbij past.',
    afwijzen: 'Niet akkoord? Wijs het verzoek af',
  },
} as const

/** Texts of the notice that the open page of a zaak is out of date. */
export const nieuws = {
  titel: {
    aanvrager: 'Er is iets nieuws bij deze zaak: de aanvrager heeft iets laten weten',
    zaak: 'Er is iets nieuws bij deze zaak: die is intussen gewijzigd',
  },
  uitleg: 'Wat u heeft getypt, blijft staan.',
  toon: 'Toon wat er nieuw is',
  getoond: 'U ziet nu wat er nieuw is.',
} as const
