/** Texts of the destruction of zaken, which takes two people. */
export const vernietiging = {
  titel: 'Vernietiging',
  uitleg:
    'Zaken die lang genoeg zijn bewaard, vernietigt u met z’n tweeën. De een maakt een lijst, de ander keurt die goed.',
  inMenu: (zaken: number | string, lijsten: number) =>
    [
      zaken !== 0 && `${zaken} ${zaken === 1 ? 'zaak' : 'zaken'} toe aan vernietiging`,
      lijsten > 0 && `${lijsten} ${lijsten === 1 ? 'lijst' : 'lijsten'} te beoordelen`,
    ]
      .filter(Boolean)
      .join(', '),
  meerDan: (n: number) => `meer dan ${n}`,
  zaken: (n: number) => (n === 1 ? '1 zaak' : `${n} zaken`),

  lijsten: {
    label: 'Vernietigingslijsten',
    nieuw: 'Nieuwe lijst maken',
    leeg: 'Nog geen vernietigingslijsten',
    leegUitleg: 'Zijn er zaken toe aan vernietiging? Dan maakt u daarvan een lijst.',
    toeAan: (n: number | string) =>
      n === 1 ? 'Er is 1 zaak toe aan vernietiging.' : `Er zijn ${n || 'geen'} zaken toe aan vernietiging.`,
    verwijderd: 'Bekijk alle verwijderde zaken',
    kolom: { lijst: 'Lijst', waarom: 'Waarom', zaken: 'Zaken', voorgesteld: 'Voorgesteld', stand: 'Stand' },
    naam: (nummer: number) => `Lijst ${nummer}`,
    door: (naam: string) => `door ${naam}`,
    vernietigd: (n: number) => `${n} vernietigd`,
    gronden: { bewaartermijn: 'Bewaartermijn voorbij', vergissing: 'Vergissing' },
    stand: {
      voorgesteld: 'Wacht op goedkeuring',
      goedgekeurd: 'Bezig met vernietigen',
      klaar: 'Vernietigd',
      afgewezen: 'Afgewezen',
    },
  },

  grond: {
    zaak: 'Zaak',
    zaaktype: 'Zaaktype en resultaat',
    selectielijst: (categorie: string) => `Selectielijst ${categorie}`,
    afgehandeld: 'Afgehandeld',
    bewaartermijn: 'Bewaren',
    jaren: (n: number) => `${n} jaar`,
    vanaf: 'Vernietigen vanaf',
    open: 'nog niet afgehandeld',
    geen: 'geen termijn',
    uitkomst: 'Stand',
  },

  nieuw: {
    titel: 'Toe aan vernietiging',
    uitleg:
      'De bewaartermijn van deze zaken is voorbij. Wilt u een zaak nog niet vernietigen? Houd dan de vernietiging aan op de pagina van de zaak.',
    leeg: 'Geen zaken toe aan vernietiging',
    leegUitleg: 'Van geen enkele zaak is de bewaartermijn voorbij, of de zaken staan al op een lijst.',
    eerste: (n: number) => `U ziet de eerste ${n} zaken. De lijst bevat er hoogstens 1000.`,
    knop: 'Maak een lijst van deze zaken',
    daarna: 'Daarna moet een collega de lijst goedkeuren. Tot dan blijft alles bewaard.',
    intussen: 'Er zijn geen zaken meer toe aan vernietiging. Een collega maakte al een lijst.',
    zoeken: { formulier: 'Zaken kiezen', zaaktype: 'Zaaktype', alle: 'Alle zaaktypen', knop: 'Toon', wis: 'Wis keuze' },
  },

  lijst: {
    titel: (nummer: number) => `Vernietigingslijst ${nummer}`,
    feiten: {
      waarom: 'Waarom',
      voorgesteld: 'Voorgesteld',
      goedgekeurd: 'Goedgekeurd',
      afgewezen: 'Afgewezen',
      klaar: 'Vernietigd',
      zaken: 'Zaken',
    },
    doorOp: (naam: string, op: string) => `door ${naam} op ${op}`,
    aantal: (aantal: number, vernietigd: number) => `${aantal}, waarvan ${vernietigd} vernietigd`,
    gemaakt: 'De lijst is gemaakt. Een collega moet de lijst nu goedkeuren.',
    goedgekeurd: 'De lijst is goedgekeurd. Wij vernietigen de zaken.',
    afgewezen: 'De lijst is afgewezen. De zaken blijven bewaard.',
    afgehaald: 'De zaak is van de lijst gehaald.',
    vanUzelf: 'U stelde deze lijst zelf voor. Daarom moet een collega de lijst goedkeuren.',
    niemandMeer: 'Op deze lijst staat geen zaak meer. Wijs de lijst af.',
    beoordelen: 'Lijst beoordelen',
    goedkeuren: 'Goedkeuren',
    afwijzen: 'Afwijzen',
    bezig: 'Wij vernietigen de zaken. Dit duurt een paar minuten.',
    haalAf: 'Haal van de lijst',
    van: (identificatie: string) => `: ${identificatie}`,
    uitkomst: {
      vernietigd: 'Vernietigd',
      afgehaald: 'Van de lijst gehaald',
      afgewezen: 'Bewaard: lijst afgewezen',
      aangehouden: 'Bewaard: vernietiging aangehouden',
      gewijzigd: 'Bewaard: zaak intussen gewijzigd',
      verdwenen: 'Al op een andere manier verwijderd',
    },
    opLijst: 'Staat op de lijst',
    verklaring: {
      titel: 'Verklaring van vernietiging',
      uitleg: 'Hierin staat wat er is vernietigd, waarom en wanneer, en wie dat voorstelde en goedkeurde.',
      csv: 'Download voor een spreadsheet (CSV)',
      pdf: 'Download als document (PDF)',
    },
  },

  goedkeuren: {
    titel: (n: number) => (n === 1 ? '1 zaak vernietigen?' : `${n} zaken vernietigen?`),
    uitleg: 'U keurt de lijst goed. Wij vernietigen de zaken dan meteen. Niemand kan ze terughalen. Dit gaat verloren:',
    weg: [
      'de gegevens van de aanvragers en de omschrijvingen;',
      'het hele verloop, met alle toelichtingen en notities;',
      'de zaken op de pagina van de aanvragers in het portaal.',
    ],
    blijft: 'Wij bewaren de lijst: het zaaknummer, het zaaktype, het resultaat, de datums en wie dit besloot.',
    knop: 'Goedkeuren en vernietigen',
    fout: 'U kunt deze lijst niet goedkeuren. Een collega beoordeelde de lijst al, of u stelde de lijst zelf voor.',
  },

  afwijzen: {
    titel: 'Vernietigingslijst afwijzen',
    uitleg: 'De zaken op deze lijst blijven bewaard. Ze kunnen op een volgende lijst.',
    reden: 'Waarom wijst u de lijst af?',
    knop: 'Lijst afwijzen',
  },

  afhalen: {
    titel: 'Zaak van de lijst halen',
    uitleg:
      'Deze zaak blijft bewaard en kan op een volgende lijst. Wilt u de zaak langer bewaren? Houd dan de vernietiging aan op de pagina van de zaak.',
    reden: 'Waarom haalt u de zaak van de lijst?',
    knop: 'Van de lijst halen',
  },

  redenHint: 'Zonder namen van aanvragers. Dit blijft bewaard.',
  fout: {
    titel: 'Nog niet opgeslagen',
    leeg: 'Schrijf op waarom.',
    teLang: (max: number) => `De uitleg is te lang. Gebruik hoogstens ${max} tekens.`,
    teken: 'In de uitleg staat een teken dat wij niet kunnen bewaren. Haal het weg.',
    intussen: 'Een collega beoordeelde deze lijst intussen, of de zaak staat er niet meer op.',
  },

  aanhouden: {
    link: 'Vernietiging aanhouden',
    feit: 'Vernietiging',
    tot: (datum: string) => `aangehouden tot en met ${datum}`,
    zonderEind: 'aangehouden',
    maken: {
      titel: 'Vernietiging aanhouden',
      uitleg:
        'Wij vernietigen deze zaak niet zolang dit duurt. Staat de zaak op een vernietigingslijst? Dan gaat hij daarvan af.',
      knop: 'Houd vernietiging aan',
    },
    opheffen: {
      titel: 'Aanhouding opheffen',
      uitleg: 'Is de bewaartermijn voorbij? Dan kan de zaak weer op een vernietigingslijst.',
      knop: 'Hef aanhouding op',
    },
    totVeld: 'Tot en met',
    totHint: 'Leeg: tot iemand de aanhouding opheft.',
    reden: 'Waarom?',
    redenHint: 'Alleen intern: dit staat in het verloop. De aanvrager ziet dit niet.',
    verloop: {
      aangehouden: 'Vernietiging aangehouden',
      opgeheven: 'Aanhouding van vernietiging opgeheven',
      tot: (datum: string) => `tot en met ${datum}`,
    },
    fout: { past: 'Kies een dag die nog niet voorbij is.', unchanged: 'Een collega deed dit intussen al.' },
  },

  verwijderd: {
    titel: 'Verwijderde zaken',
    uitleg:
      'Van een verwijderde zaak bewaren wij alleen dit. Wie wat deed, vindt u op het zaaknummer in de audittrail.',
    leeg: 'Geen verwijderde zaken gevonden',
    leegUitleg: 'Geen verwijderde zaak past bij uw keuze.',
    zoeken: {
      formulier: 'Verwijderde zaken doorzoeken',
      zoek: 'Zaaknummer',
      zaaktype: 'Zaaktype',
      alleZaaktypen: 'Alle zaaktypen',
      grond: 'Waarom',
      alleGronden: 'Alle redenen',
      van: 'Vanaf',
      tot: 'Tot en met',
      knop: 'Zoeken',
      wis: 'Wis filters',
    },
    kolom: { zaak: 'Zaak', zaaktype: 'Zaaktype', verwijderd: 'Verwijderd', waarom: 'Waarom', lijst: 'Lijst' },
    geen: 'geen',
    onbekend: 'onbekend',
    audit: 'Audittrail',
    auditVan: (identificatie: string) => `van ${identificatie}`,
    bewaar: {
      titel: 'Bewaren als bestand',
      uitleg: 'U krijgt alle verwijderde zaken die bij uw keuze passen.',
      csv: 'Download voor een spreadsheet (CSV)',
    },
    bestand: ['Zaaknummer', 'Zaaktype', 'Verwijderd op', 'Waarom', 'Door', 'Vernietigingslijst'],
  },

  verklaring: {
    titel: (nummer: number) => `Verklaring van vernietiging, lijst ${nummer}`,
    kolommen: [
      'Zaaknummer',
      'Zaaktype',
      'Resultaat',
      'Waarom',
      'Selectielijst',
      'Afgehandeld op',
      'Bewaartermijn in jaren',
      'Vernietigen vanaf',
      'Vernietigd op',
      'Voorgesteld door',
      'Voorgesteld op',
      'Goedgekeurd door',
      'Goedgekeurd op',
      'Vernietigingslijst',
    ],
    inhoud: (gemeente: string, zaken: string, op: string) =>
      `${gemeente} verklaart dat zij de zaken hieronder heeft vernietigd: ${zaken}. De vernietiging was klaar op ${op}.`,
    grond: {
      bewaartermijn: 'De zaken zijn vernietigd omdat hun bewaartermijn voorbij was.',
      vergissing: 'De zaak is vernietigd omdat hij bij vergissing was geregistreerd.',
    },
    toelichting: (tekst: string) => `Toelichting: ${tekst}`,
    voorgesteld: (naam: string, op: string) => `Voorgesteld door ${naam} op ${op}.`,
    goedgekeurd: (naam: string, op: string) => `Goedgekeurd door ${naam} op ${op}.`,
    vernietigd: 'Vernietigd',
    ontbreekt:
      'In dit document staan tekens die wij niet kunnen afdrukken. Op hun plaats staat hun code, zoals [U+1F3E0]. Het bestand voor een spreadsheet (CSV) bevat de tekens zelf.',
    bewaard: 'Niet vernietigd',
    bewaardUitleg: 'Deze zaken stonden eerst op de lijst.',
    tabel: ['Zaaknummer', 'Zaaktype en resultaat', 'Selectielijst', 'Afgehandeld', 'Bewaren', 'Vernietigd'],
    tabelBewaard: ['Zaaknummer', 'Zaaktype', 'Waarom niet'],
  },
}

/** The page that removes a zaak. */
export const verwijderen = {
  kort: 'Verwijderen',
  link: 'Zaak verwijderen',
  titel: (omschrijving: string) => `‘${omschrijving}’ verwijderen?`,
  uitleg: 'U verwijdert deze zaak voorgoed. Niemand kan de zaak terughalen. Dit gaat verloren:',
  weg: [
    'de gegevens van de aanvrager en de omschrijving;',
    'het hele verloop, met alle toelichtingen en notities;',
    'de zaak op de pagina van de aanvrager in het portaal.',
  ],
  voorstel:
    'U stelt voor om deze zaak voorgoed te verwijderen. Een collega moet dat goedkeuren. Niemand kan de zaak daarna terughalen. Dit gaat verloren:',
  vandaag: 'De zaak is vandaag geregistreerd. Was dat een vergissing? Dan verwijdert u de zaak zelf.',
  blijft: 'Wij bewaren alleen het zaaknummer, het zaaktype, wie de zaak verwijdert, wanneer en waarom.',
  grond: 'Waarom verwijdert u de zaak?',
  gronden: [
    { value: 'vergissing', title: 'Vergissing', description: 'De zaak had niet geregistreerd mogen worden.' },
    {
      value: 'bewaartermijn',
      title: 'Bewaartermijn voorbij',
      description: 'De zaak is lang genoeg bewaard en mag weg.',
    },
  ],
  toelichting: 'Leg uit waarom',
  toelichtingHint: 'Voor uw collega. Zonder namen van aanvragers, want dit blijft bewaard.',
  knop: 'Zaak voorgoed verwijderen',
  knopVoorstel: 'Verwijderen voorstellen',
  bezig: 'Bezig met verwijderen…',
  gelukt: 'De zaak is verwijderd.',
  fout: {
    titel: 'Nog niet verwijderd',
    grond: 'Kies waarom u de zaak verwijdert.',
    still_open: 'Deze zaak is nog niet afgehandeld. De bewaartermijn is dus nog niet begonnen.',
    still_kept:
      'De bewaartermijn van deze zaak is nog niet voorbij. Op de pagina van de zaak ziet u hoelang wij de zaak bewaren.',
    conflict: 'Een collega heeft deze zaak intussen gewijzigd. Ga terug naar de zaak en kijk wat er is veranderd.',
    held: 'De vernietiging van deze zaak is aangehouden. Hef dat eerst op.',
    needs_second: 'Deze zaak is niet vandaag geregistreerd. Stel voor om de zaak te verwijderen.',
    nothing_due: 'Deze zaak staat al op een vernietigingslijst, of de vernietiging is aangehouden.',
  },
}
