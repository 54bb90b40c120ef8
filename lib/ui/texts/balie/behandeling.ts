const zaken = (n: number, een: string, meer: string) => (n === 1 ? `De zaak ${een}` : `${n} zaken ${meer}`)

/** Texts of who handles a zaak, and of what behandelaars note about it. */
export const behandeling = {
  titel: 'Behandeling',
  bij: (naam: string | null, team: string) => `${naam ?? 'Nog niemand'}, team ${team}`,
  neemOver: 'Neem over',
  geefTerug: 'Geef terug aan team',
  geefAan: 'Geef aan',
  kies: 'Kies een collega of team',
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
    not_permitted: () => 'Alleen een coördinator van het team mag een zaak aan een ander of een ander team geven.',
    behandelaar_not_permitted: () => 'Deze collega mag deze zaak niet behandelen. Kies iemand anders.',
  },

  verloop: {
    toegewezen: (naam: string) => `Behandelaar: ${naam}`,
    teruggegeven: 'Terug naar het team',
    team: (van: string, naar: string) => `Team ${van} → ${naar}`,
    notitie: 'Notitie',
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
    teken: 'In de notitie staat een teken dat wij niet kunnen bewaren. Haal het weg.',
  },
}
