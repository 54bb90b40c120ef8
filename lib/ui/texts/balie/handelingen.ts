const opgesomd = (besluiten: readonly string[]) => besluiten.map((besluit) => `‘${besluit}’`).join(' en ')

/** The texts that several acts on a zaak share; a rule has its own text. */
export const handelingen = {
  titel: 'Meer doen met deze zaak',
  groepen: {
    besluit: 'Besluit',
    termijn: 'Termijn',
    aanvulling: 'Aanvulling',
    bericht: 'Bericht en brief',
    zaak: 'Zaak',
  },
  annuleren: 'Annuleren',
  terug: 'Terug naar de zaak',
  nietMogelijk: 'Dit kan nu niet bij deze zaak.',
  gedaan: {
    registreren: 'De zaak is geregistreerd.',
    'notitie-verbeteren': 'Bewaard. De verbetering staat in de tijdlijn.',
    'vertrouwelijk-maken': 'De zaak is nu vertrouwelijk. Alleen uw team ziet hem nog.',
    'vertrouwelijk-opheffen': 'De zaak is niet meer vertrouwelijk.',
    aanhouden: 'De vernietiging is aangehouden.',
    'aanhouding-opheffen': 'De aanhouding is opgeheven.',
    'intern-document': 'Opgeslagen. Het document is toegevoegd. De aanvrager leest het niet.',
    'intern-document-intrekken': 'Opgeslagen. Het document is ingetrokken.',
  },
  toelichting: 'Toelichting voor de aanvrager',
  waarom: 'Waarom? Dit leest de aanvrager.',
  magLeeg: '(mag leeg)',
  kies: 'Kies',
  welkBesluit: 'Om welk besluit gaat het?',

  zienswijzenOpen:
    'De termijn voor zienswijzen is voorbij. Leg vast of er zienswijzen kwamen. Kwamen er geen, dan beslist u binnen vier weken na die termijn (Awb 3:18 lid 4).',
  verlopen: (sinds: string, uiterlijk: string) =>
    `De aanvulling is niet op tijd gekomen. De termijn loopt weer sinds ${sinds}. Neemt u de aanvraag niet in behandeling? Laat dat uiterlijk ${uiterlijk} weten (Awb 4:5).`,
  verlopenTeLaat: (sinds: string, uiterlijk: string) =>
    `De aanvulling is niet op tijd gekomen. De termijn loopt weer sinds ${sinds}. De aanvraag buiten behandeling laten kon tot en met ${uiterlijk} (Awb 4:5 lid 4). Beslis nu op de aanvraag.`,
  ontvangenTeLaat: (op: string, uiterlijk: string) =>
    `De aanvulling kwam binnen op ${op}. De aanvraag buiten behandeling laten kon tot en met ${uiterlijk} (Awb 4:5 lid 4). Beslis nu op de aanvraag.`,
  vanRechtswege: (datum: string, ingang: string, uiterlijk: string) =>
    `Er is niet op tijd beslist. Wat is gevraagd, is daarom op ${datum} van rechtswege verleend, en geldt vanaf ${ingang} (Awb 4:20b). Maak dat uiterlijk ${uiterlijk} bekend (Awb 4:20c). Daarna kan de aanvrager u in gebreke stellen. Was er op tijd een besluit, stond de termijn stil, of is de startdatum een andere? Leg dat dan vast, met een toelichting voor de aanvrager. Dan vervalt de verlening.`,
  terInzage: (tot: string) =>
    `Deze stap duurt van de wet tot en met ${tot} (Awb 3:16). Een besluit op de aanvraag kan pas daarna.`,
  bekendmakingLater: (datum: string) =>
    `Het besluit wordt pas op ${datum} bekendgemaakt. Klopt dat? Vink dan hieronder aan dat u het zo wilt.`,
  aanvullingBekekenKlopt: 'Ik heb dit bekeken. De aanvraag is nog niet compleet.',
  hersteltermijnKort: (datum: string) =>
    `Tot en met ${datum} zijn het minder dan vijf werkdagen. De aanvrager moet genoeg tijd krijgen (Awb 4:5). Klopt deze dag? Vink dan hieronder aan dat u het zo wilt.`,
  hersteltermijnKortKlopt: 'Ja, deze korte termijn is genoeg',
  bekendmakingLaterKlopt: 'Ja, het besluit wordt op deze latere dag bekendgemaakt',
  ontvangen: (op: string, uiterlijk: string) =>
    `De aanvulling kwam binnen op ${op}. Is die niet genoeg? Laat dan uiterlijk ${uiterlijk} weten dat u de aanvraag niet behandelt (Awb 4:5).`,
  gemeld: (op: string, uiterlijk: string) =>
    `De aanvrager meldde op ${op} dat alles is gestuurd. Daardoor loopt de termijn weer. Leg vast wat binnen is, of vraag opnieuw wat u mist. De aanvraag buiten behandeling laten kan tot en met ${uiterlijk} (Awb 4:5 lid 4).`,
  gemeldTeLaat: (op: string, uiterlijk: string) =>
    `De aanvrager meldde op ${op} dat alles is gestuurd. Daardoor loopt de termijn weer. Leg vast wat binnen is. De aanvraag buiten behandeling laten kon tot en met ${uiterlijk} (Awb 4:5 lid 4). Beslis nu op de aanvraag.`,
  staatStil: (vanaf: string, tot: string) =>
    `De termijn staat stil vanaf ${vanaf}, verwacht tot en met ${tot}. De termijn loopt pas weer als u de zaak hervat.`,
  uitgesteld: (vanaf: string, tot: string) =>
    `De termijn staat stil vanaf ${vanaf} tot en met ${tot}. Daarna loopt de termijn vanzelf weer.`,
  stilstandVoorbij: (tot: string, fataal: string) =>
    `De termijn stond stil tot en met ${tot}. De termijn loopt weer. De fatale datum is ${fataal}.`,
  wachtTeLaat: (tot: string, fataal: string) =>
    `Wacht op een aanvulling, uiterlijk ${tot}. De fatale datum (${fataal}) was al voorbij, dus de termijn staat niet stil.`,
  daarna: (tot: string, reden: string) =>
    `Is de aanvulling eerder binnen? Dan blijft de termijn stilstaan tot en met ${tot} (${reden}).`,
  wacht: (tot: string) => `Wacht op een aanvulling, uiterlijk ${tot}. De termijn staat stil.`,
  wachtOpU: (tot: string) =>
    `De aanvrager meldt dat alles is gestuurd. Leg vast wat binnen is, of vraag opnieuw wat u mist. De termijn staat stil tot u dat doet, hoogstens tot en met ${tot}.`,
  nagekomen: (onderdelen: string) => `Na de laatste dag kwam nog binnen: ${onderdelen}.`,
  ontbreekt: (onderdelen: string) => `Nog niet binnen: ${onderdelen}.`,
  ingebreke: {
    wacht: (op: string, uiterlijk: string, dagen: number, bedrag: string) =>
      `In gebreke gesteld op ${op}. Beslis uiterlijk ${uiterlijk}: ${dagen === 0 ? 'dat is vandaag' : dagen === 1 ? 'nog 1 dag' : `nog ${dagen} dagen`}. Daarna kost elke dag ${bedrag} (Awb 4:17).`,
    loopt: (op: string, dagen: number, bedrag: string, volgendeDag: string) =>
      `In gebreke gesteld op ${op}. De dwangsom is nu ${bedrag} (${dagen === 1 ? '1 dag' : `${dagen} dagen`}). Elke dag komt er ${volgendeDag} bij, hoogstens 42 dagen (Awb 4:17).`,
    klaar: (op: string, dagen: number, bedrag: string, uiterlijk: string) =>
      `In gebreke gesteld op ${op}. De dwangsom is ${bedrag} (${dagen === 1 ? '1 dag' : `${dagen} dagen`}). Stel die uiterlijk ${uiterlijk} vast bij besluit (Awb 4:18).`,
    vastgesteld: (wat: string, bekend: string, uiterlijk: string) =>
      `Over de dwangsom is besloten: ${wat}. Bekendgemaakt op ${bekend}; bezwaar kan tot en met ${uiterlijk} (Awb 4:18).`,
    grond: {
      te_vroeg: 'geen dwangsom, want te vroeg in gebreke gesteld',
      onredelijk_laat: 'geen dwangsom, want onredelijk laat in gebreke gesteld',
      geen_belanghebbende: 'geen dwangsom, want de aanvrager is geen belanghebbende',
      kennelijk_niet_ontvankelijk: 'geen dwangsom, want de aanvraag is kennelijk niet-ontvankelijk',
      kennelijk_ongegrond: 'geen dwangsom, want de aanvraag is kennelijk ongegrond',
    },
    geen: (op: string, uiterlijk: string, artikel: string) =>
      `In gebreke gesteld op ${op}. Beslist u niet uiterlijk ${uiterlijk}? Dan kan de aanvrager in beroep bij de rechtbank (Awb 6:12). Een dwangsom is er niet (${artikel}).`,
    opTijd: (op: string) => `In gebreke gesteld op ${op}. Er is op tijd daarna beslist: geen dwangsom (Awb 4:17).`,
  },
  besluitdatum: 'Datum van het besluit',
  bekendmakingsdatum: 'Bekendgemaakt op',
  bekendmakingsdatumHint: 'De dag waarop u het besluit stuurt. De termijn voor bezwaar begint de dag erna.',
  verzondenOp: 'De brief ging weg op',
  verzondenOpHint: 'Deze dag telt, ook als u het later vastlegt.',
  einddatum: 'De intrekking kwam op',
  einddatumHint: 'Alleen als u de zaak zonder besluit afsluit. Leeg: vandaag.',
  ontwerpdatum: 'Ontwerp ter inzage gelegd op',
  ontwerpdatumHint:
    'Alleen bij een ontwerpbesluit. De termijn voor zienswijzen begint op deze dag (Awb 3:16). Leeg: vandaag.',
  terinzagedatum: 'Ter inzage gelegd op',
  terinzagedatumHint: 'De termijn voor beroep begint de dag erna. Leeg: de dag van de bekendmaking.',
  ingangsdatum: 'Geldt vanaf',
  ingangsdatumHint: 'Leeg: vanaf de dag van de bekendmaking.',
  vervaldatum: 'Geldt niet meer vanaf',
  vervaldatumHint: 'Leeg: het besluit blijft gelden.',
  eerdereBesluiten: {
    vraag: (besluiten: readonly string[]) => `Wat gebeurt er met ${opgesomd(besluiten)}?`,
    vervangen: {
      title: 'Het nieuwe besluit komt ervoor in de plaats',
      description: 'Het oude besluit geldt dan niet meer.',
    },
    handhaven: { title: 'Het blijft gelden, naast het nieuwe besluit', description: 'De aanvrager ziet dan beide.' },
    overnemen: {
      title: 'Het blijft gelden, er is geen nieuw besluit',
      description: 'De zaak sluit met wat al is besloten. Kies hetzelfde resultaat.',
    },
  },
  heropenenNaBesluit: (besluiten: readonly string[]) =>
    `Let op: ${opgesomd(besluiten)} blijft gelden als u heropent, en de termijn voor bezwaar of beroep loopt door. Wilt u dat niet? Trek het besluit in, of neem een nieuw.`,

  stilVan: (op: string, tot: string) => `De termijn staat stil na ${op}, verwacht tot en met ${tot}.`,
  stilTot: (op: string, hervat: string) => `De termijn stond stil na ${op}, tot ${hervat}.`,
  gevraagd: (onderdelen: string) => `Gevraagd: ${onderdelen}`,
  verbeterd: (omschrijving: string, naam: string, ingediend: string) =>
    `Eerst stond er: ${omschrijving}, van ${naam}, ingediend op ${ingediend}.`,
  doorgezonden: (naar: string, op: string) => `Naar ${naar}, op ${op}`,
  andereAanvrager: 'De zaak was van iemand anders.',
  aanleiding: (tekst: string) => `Waarom: ${tekst}`,
  teltVanaf: (op: string) => `De dag die telt: ${op}`,
  fataleDatum: (van: string, naar: string) => `Fatale datum ${van} → ${naar}`,
  laatsteDag: (van: string, naar: string) => `Laatste dag ${van} → ${naar}`,
  ontvangenOnderdelen: (onderdelen: string, op: string) => `Binnen op ${op}: ${onderdelen}`,
  gebruikelijk: {
    vandaag: (datum: string) => `Vandaag: ${datum}`,
    tweeWeken: (datum: string) => `Over twee weken: ${datum}`,
    tweeWekenErbij: (datum: string) => `Twee weken erbij: ${datum}`,
  },

  fout: {
    geenDatum: 'Vul een datum in.',
    leeg: 'Vul dit in.',
    geenAantal: 'Vul een aantal dagen in.',
    kiesReden: 'Kies een reden.',
    kiesBesluit: 'Kies een besluit.',
    kiesDwangsom: 'Kies wat u besluit.',
    kiesHoeveel: 'Kies wat u doorzendt.',
    kiesVervangt: 'Kies of het in de plaats komt van een ander besluit.',
    kiesBestand: 'Kies een bestand.',
    kiesOfBestand: 'Kies of er een document bij hoort.',
    kiesSoort: 'Kies een soort document.',
    kiesDocument: 'Kies een document.',
    kiesOfBesluit: 'Kies of in dit document een besluit staat.',
    kiesOfVervangt: 'Kies of dit document een ander document vervangt.',
    geenOnderdeel: 'Vul in wat u mist.',
    kiesZienswijzen: 'Kies of er zienswijzen kwamen.',
    kiesOnderdeel: 'Kruis aan wat er binnen is.',
    onderdeelTeLang: (max: number) => `Gebruik hoogstens ${max} tekens.`,
    geenLink: 'Vul een adres in dat begint met https://.',
    linkElders: (hosts: readonly string[]) =>
      `Dit is geen formulier van de gemeente. Die staan op ${hosts.join(' of ')}.`,
  },
} as const
