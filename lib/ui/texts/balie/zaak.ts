/** The form that registers a zaak. */
export const registreren = {
  titel: 'Zaak registreren',
  zaaktype: 'Zaaktype',
  kiesZaaktype: 'Kies een zaaktype',
  omschrijving: 'Omschrijving',
  omschrijvingHint: 'Hoogstens 80 tekens, zonder namen of andere persoonsgegevens. De aanvrager ziet dit ook.',
  startdatum: 'Ingediend op',
  startdatumHint: 'De dag waarop de aanvraag binnenkwam. Vanaf die dag loopt de termijn.',
  soort: 'Wie vraagt dit aan?',
  soorten: [
    { value: 'burger', title: 'Een inwoner', description: 'Met een BSN.' },
    { value: 'bedrijf', title: 'Een bedrijf', description: 'Met een KvK-nummer.' },
  ],
  naam: 'Naam van de aanvrager',
  bsn: 'BSN',
  bsnHint: 'Negen cijfers. Alleen bij een inwoner.',
  kvk: 'KvK-nummer',
  kvkHint: 'Acht cijfers. Alleen bij een bedrijf.',
  vestiging: 'Vestigingsnummer (hoeft niet)',
  vestigingHint: 'Twaalf cijfers. Alleen als de aanvraag voor één vestiging van het bedrijf is.',
  hoeftNiet: '(hoeft niet)',
  adres: 'Postadres',
  adresHint: 'Zoals op een envelop, zonder de naam: straat en huisnummer, dan postcode en plaats.',
  telefoonnummer: 'Telefoonnummer',
  team: 'Team',
  teamVanZaaktype: 'Het team van het zaaktype',
  vertrouwelijk: 'Deze zaak is vertrouwelijk',
  vertrouwelijkHint: 'Alleen het team ziet de zaak aan de balie. Dat kan alleen bij uw eigen team.',
  behandelaar: 'Behandelaar',
  nogNiemand: 'Nog niemand',
  knop: 'Zaak registreren',
  bezig: 'Bezig met opslaan…',
  fout: {
    titel: 'Nog niet geregistreerd',
    alGeregistreerd:
      'Met dit formulier heeft u al een zaak geregistreerd. Is dit een andere zaak? Sla dan nog een keer op.',
  },
}

/** Texts of a zaak that only its team sees. */
export const vertrouwelijk = {
  kort: 'Vertrouwelijk',
  lang: 'Vertrouwelijk: alleen uw team ziet deze zaak',
  maken: {
    titel: 'Vertrouwelijk maken',
    uitleg: (team: string) =>
      `Alleen team ${team} ziet deze zaak daarna nog aan de balie. De aanvrager ziet alles nog, maar mail over de zaak zegt alleen dat er nieuws is.`,
    knop: 'Maak vertrouwelijk',
  },
  opheffen: {
    titel: 'Vertrouwelijkheid opheffen',
    uitleg: () =>
      'Iedereen die zaken van uw team mag bekijken, ziet deze zaak daarna weer. Mail aan de aanvrager zegt dan weer waar het over gaat, behalve bij een gevoelig zaaktype.',
    knop: 'Hef vertrouwelijkheid op',
  },
  reden: 'Waarom?',
  redenHint: 'Alleen intern: dit staat in het verloop. De aanvrager ziet dit niet.',
  bezig: 'Bezig met opslaan…',
  verloop: { gemaakt: 'Vertrouwelijk gemaakt', opgeheven: 'Niet meer vertrouwelijk' },
  fout: {
    leeg: 'Schrijf op waarom.',
    teLang: (max: number) => `De uitleg is te lang. Gebruik hoogstens ${max} tekens.`,
    teken: 'In de uitleg staat een teken dat wij niet kunnen bewaren. Haal het weg.',
    behandelaar_not_of_team:
      'De behandelaar van deze zaak is van een ander team en ziet hem dan niet meer. Neem de zaak eerst over, of geef hem terug aan het team.',
  },
}

/** Texts of the besluiten of a zaak at the desk. */
export const besluiten = {
  titel: 'Besluiten',
  besluit: 'Besluit',
  vanRechtswege: 'Van rechtswege (Awb 4:20b)',
  datum: 'Datum',
  bekendgemaakt: 'Bekendgemaakt',
  terInzage: (op: string) => `Ter inzage ${op}`,
  geldt: 'Geldt',
  vanaf: (datum: string) => `Vanaf ${datum}`,
  nietMeer: (datum: string) => `Niet meer vanaf ${datum}`,
  vervalreden: {
    tijdelijk: 'Voor bepaalde tijd',
    ingetrokken_overheid: 'Ingetrokken',
    ingetrokken_belanghebbende: 'Ingetrokken op verzoek',
    vervangen: 'Vervangen door een ander besluit',
    vergissing: 'Teruggenomen',
  },
  intrekking: (datum: string) => `Intrekking van ${datum}`,
  rechtsmiddel: 'Bezwaar of beroep',
  bezwaar: {
    kan: (tot: string) => `Bezwaar tot en met ${tot}`,
    kon: (tot: string) => `Bezwaar kon tot en met ${tot}`,
  },
  beroep: {
    kan: (tot: string) => `Beroep tot en met ${tot}`,
    kon: (tot: string) => `Beroep kon tot en met ${tot}`,
  },
  tegenIntrekking: 'Tegen de intrekking',
  geen: 'Niet mogelijk',
  leeg: 'leeg',
  velden: {
    datum: 'Datum',
    bekendmakingsdatum: 'Bekendgemaakt op',
    terinzagedatum: 'Ter inzage gelegd op',
    ingangsdatum: 'Geldt vanaf',
    vervaldatum: 'Geldt niet meer vanaf',
  },
  verloop: {
    besluit: (naam: string, datum: string) => `${naam}, besluit van ${datum}.`,
    verviel: (reden: string, vanaf: string) => `${reden}, vanaf ${vanaf}.`,
    gecorrigeerd: (veld: string, van: string, naar: string) => `${veld}: ${van} → ${naar}`,
  },
} as const

/** Texts about the outcome of a change: whether it was mailed to the aanvrager, and seen. */
export const bewijzen = {
  soort: {
    gezien: (op: string) => `Gezien door de aanvrager op ${op}`,
    gezien_door_gemachtigde: (op: string) => `Gezien door een gemachtigde op ${op}`,
    gemaild: (op: string) => `E-mail verstuurd op ${op}`,
    mail_geweigerd: (op: string) => `E-mail niet aangekomen op ${op}`,
    mail_vervangen: (op: string) => `Geen aparte e-mail: een latere noemt dit ook (${op})`,
    document_opgehaald: (op: string) => `Document bekeken of gedownload door de aanvrager op ${op}`,
    document_opgehaald_door_gemachtigde: (op: string) => `Document bekeken of gedownload door een gemachtigde op ${op}`,
  },
  bewaar: {
    titel: 'Bewijs van deze zaak',
    uitleg:
      'Per wijziging: wanneer die is vastgelegd en bij wie bezorgd, en of de aanvrager of een gemachtigde die kreeg en zag. Dat u dit bewaart, komt in de audittrail.',
    csv: 'Download het bewijs voor een spreadsheet (CSV)',
    jsonl: 'Download het bewijs voor een ander programma (JSON)',
  },
  nogNietGezien: 'Nog niet gezien door de aanvrager',
}
