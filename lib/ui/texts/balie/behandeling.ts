const zaken = (n: number, een: string, meer: string) => (n === 1 ? `De zaak ${een}` : `${n} zaken ${meer}`)

/** Texts about the behandelaar of a zaak and the notes of behandelaars. */
export const behandeling = {
  titel: 'Behandeling',
  bij: (naam: string | null, team: string) => `${naam ?? 'Nog niemand'}, team ${team}`,
  neemOver: 'Neem over',
  geefTerug: 'Geef terug aan team',
  geefAan: 'Geef aan',
  kies: 'Kies een collega of team',
  bericht: 'Bericht aan uw collega',
  collega: (naam: string, team: string) => (team ? `${naam} (${team})` : naam),
  team: (team: string) => `Team ${team}`,
  geef: 'Geef',
  bezig: 'Bezig met opslaan…',

  verdelen: {
    titel: 'Gekozen zaken verdelen',
    verdeel: 'Verdeel',
    kiesZaak: (identificatie: string) => `Kies ${identificatie}`,
  },

  fout: {
    geenZaken: 'Kies eerst een of meer zaken in de lijst.',
    geenDoel: 'Kies aan wie u de zaken geeft.',
    teVeel: (max: number) => `Kies hoogstens ${max} zaken.`,
    bericht: {
      teLang: (max: number) => `Het bericht is te lang. Gebruik hoogstens ${max} tekens.`,
      teken: 'In het bericht staat een teken dat wij niet kunnen bewaren. Haal het weg.',
    },
    behandelaar_unknown: 'Deze collega kennen wij niet meer. Kies iemand anders.',
    team_unknown: 'Dit team kennen wij niet meer. Kies een ander team.',
  },

  gelukt: (n: number, naam: string | null) =>
    naam
      ? `${zaken(n, 'is', 'zijn')} nu van ${naam}.`
      : `${zaken(n, 'is', 'zijn')} nu van het team. Een collega kan ${n === 1 ? 'hem' : 'ze'} overnemen.`,
  ongewijzigd: (n: number, naam: string | null) =>
    `${zaken(n, 'was', 'waren')} al van ${naam ?? 'niemand'}. Daar is niets veranderd.`,
  uitZicht: 'U kunt deze zaak niet meer bekijken. Alleen het team dat de zaak heeft, ziet hem nog.',
  geweigerd: (n: number) => `${zaken(n, 'is', 'zijn')} niet verdeeld`,
  uitkomst: {
    changed_meanwhile: (naam: string | null, team: string | null) =>
      naam
        ? `${naam} heeft deze zaak intussen gekregen.`
        : `Deze zaak is intussen van team ${team}, zonder behandelaar.`,
    closed: () => 'Deze zaak is afgehandeld.',
    not_found: () => 'Deze zaak bestaat niet meer.',
    not_permitted: () =>
      'Alleen een coördinator van het team mag een zaak van een collega teruggeven, of aan een ander team geven.',
    behandelaar_not_permitted: () => 'Deze collega mag deze zaak niet behandelen. Kies iemand anders.',
  },

  verloop: {
    toegewezen: (naam: string) => `Behandelaar: ${naam}`,
    teruggegeven: 'Terug naar het team',
    team: (van: string, naar: string) => `Team ${van} → ${naar}`,
    notitie: 'Notitie',
    verbeterdeNotitie: 'Notitie verbeterd',
    laterVerbeterd: (moment: string) => `Dit klopte niet. Verbeterd op ${moment}.`,
    reden: (reden: string) => `Waarom: ${reden}`,
    verbeter: 'Verbeter deze notitie',
    intern: 'alleen intern',
  },

  notitie: {
    titel: 'Notitie',
    label: 'Notitie voor collega’s',
    hint: 'Alleen intern: de aanvrager ziet dit niet.',
    knop: 'Notitie bewaren',
    gelukt: 'Bewaard. De notitie staat in de tijdlijn.',
    leeg: 'Schrijf eerst een notitie.',
    teLang: (max: number) => `De notitie is te lang. Gebruik hoogstens ${max} tekens.`,
    verbeteren: {
      titel: 'Notitie verbeteren',
      uitleg: 'Wat er stond, blijft in de tijdlijn staan. Uw verbetering komt erbij.',
      reden: 'Waarom? Dit lezen alleen collega’s.',
      redenLeeg: 'Schrijf op waarom u de notitie verbetert.',
      redenTeLang: (max: number) => `Dit is te lang. Gebruik hoogstens ${max} tekens.`,
      intussen: 'Een collega heeft deze notitie intussen verbeterd. Kijk in de tijdlijn.',
      knop: 'Notitie verbeteren',
    },
    teken: 'In de notitie staat een teken dat wij niet kunnen bewaren. Haal het weg.',
  },
}

const aantalZaken = (n: number) => `${n} ${n === 1 ? 'zaak' : 'zaken'}`
const collegas = (n: number) => `${n} ${n === 1 ? 'collega' : 'collega’s'}`

/** Texts of a coordinator's overview of the teams. */
export const teams = {
  titel: 'Teams',
  uitleg: 'Hoe de open zaken zijn verdeeld. Elk getal brengt u naar die zaken.',
  leeg: 'Uw teams hebben geen open zaken.',
  team: (team: string) => `Team ${team}`,
  niemand: 'Nog niemand',
  sinds: (moment: string) => `de oudste wacht sinds ${moment}`,
  samen: 'Samen',
  kolom: { behandelaar: 'Behandelaar', open: 'Open', teLaat: 'Te laat', tweeWeken: 'Binnen twee weken' },
  watAls: {
    formulier: 'Wat als collega’s afwezig zijn?',
    collegas: 'Wat als zoveel collega’s …',
    weken: '… zoveel weken afwezig zijn?',
    knop: 'Schat',
    titel: (afwezig: { collegas: number; weken: number }) =>
      `Schatting: ${collegas(afwezig.collegas)} ${afwezig.collegas === 1 ? 'is' : 'zijn'} ${afwezig.weken} ${afwezig.weken === 1 ? 'week' : 'weken'} afwezig`,
    uitkomst: ({
      collegas: n,
      extra,
      geschat,
      onbekend,
    }: Record<'collegas' | 'extra' | 'geschat' | 'onbekend', number>) => {
      if (geschat === 0)
        return 'Wij kunnen nog niets schatten. Van deze zaken kennen wij de doorlooptijd niet, of de termijn staat stil.'
      return `Dan ${extra === 1 ? 'komt' : 'komen'} er ongeveer ${aantalZaken(extra)} extra na de fatale datum. Dit is geschat uit hoe lang zaken het afgelopen jaar duurden, voor ${aantalZaken(geschat)} van ${collegas(n)}. Over ${aantalZaken(onbekend)} kunnen wij niets zeggen: de termijn staat stil, of wij kennen de doorlooptijd niet.`
    },
  },
} as const
