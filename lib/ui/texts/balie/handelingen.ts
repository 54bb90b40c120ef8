import { registreren } from './registreren.ts'

const opgesomd = (besluiten: readonly string[]) => besluiten.map((besluit) => `‘${besluit}’`).join(' en ')

/** The grounds on which a term may stand still, by their article. */
const opschortingsgronden = {
  informatie_buitenland: 'Awb 4:15 lid 1 b',
  instemming: 'Awb 4:15 lid 2 a',
  vertraging_aanvrager: 'Awb 4:15 lid 2 b',
  overmacht: 'Awb 4:15 lid 2 c',
} as const

/** Texts of the acts on a zaak, by the last segment of their page. */
export const handelingen = {
  titel: 'Meer doen met deze zaak',
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
    opschorten: 'Opgeslagen. De termijn staat stil. De aanvrager ziet dit direct.',
    hervatten: 'Opgeslagen. De termijn loopt weer. De aanvrager ziet de nieuwe datum direct.',
    verlengen: 'Opgeslagen. De termijn is verlengd. De aanvrager ziet de nieuwe datum direct.',
    aanvullen: 'Opgeslagen. De aanvrager ziet direct wat u vraagt.',
    'aanvulling-verlengen': 'Opgeslagen. De aanvrager ziet de nieuwe laatste dag direct.',
    'aanvulling-ontvangen': 'Opgeslagen. De aanvrager ziet direct wat binnen is.',
    'vertraging-melden': 'Opgeslagen. De aanvrager ziet direct wanneer u het besluit verwacht.',
    ingebrekestelling: 'Opgeslagen. U ziet hieronder tot wanneer een besluit niets kost. De aanvrager ziet dit ook.',
    'per-post': 'Opgeslagen. In het verloop staat wanneer u de brief verstuurde.',
    'vraag-beantwoorden': 'Opgeslagen. De aanvrager leest uw antwoord direct.',
    'intrekking-afwijzen': 'Opgeslagen. De aanvraag gaat door. De aanvrager ziet direct waarom.',
    'dwangsom-vaststellen': 'Opgeslagen. Het besluit over de dwangsom is vastgelegd. De aanvrager ziet het direct.',
    doorzenden: 'Opgeslagen. De aanvraag is doorgezonden. De aanvrager ziet direct naar wie.',
    corrigeren: 'Opgeslagen. De status is hersteld. De aanvrager ziet dit direct.',
    gegevens: 'Opgeslagen. De gegevens zijn verbeterd. De aanvrager ziet dit direct.',
    herstellen: 'Opgeslagen. De handeling is teruggedraaid. De aanvrager ziet dit direct.',
    'besluit-bekendmaken': 'Opgeslagen. Het besluit is bekendgemaakt. De aanvrager ziet tot wanneer bezwaar kan.',
    'besluit-vastleggen': 'Opgeslagen. Het besluit is vastgelegd. De aanvrager ziet het direct.',
    'besluit-corrigeren': 'Opgeslagen. Het besluit is gecorrigeerd. De aanvrager ziet de goede datums direct.',
    'besluit-intrekken': 'Opgeslagen. Het besluit is ingetrokken. De aanvrager ziet dit direct.',
  },
  toelichting: 'Toelichting voor de aanvrager',
  waarom: 'Waarom? Dit leest de aanvrager.',
  magLeeg: '(mag leeg)',

  opschorten: {
    titel: 'Termijn opschorten',
    toets: 'o',
    uitleg: [
      'Als de termijn weer loopt, schuiven de streefdatum en de fatale datum op met de dagen dat de termijn stilstond.',
      'Mist u stukken van de aanvrager? Vraag dan een aanvulling.',
    ],
    reden: 'Reden',
    keuze: (reden: string, grond: keyof typeof opschortingsgronden) => `${reden} (${opschortingsgronden[grond]})`,
    op: 'U laat dit weten op',
    opHint:
      'De termijn staat stil vanaf de dag erna. Stemt de aanvrager in? Vul dan de dag in waarop u dat hoorde. Bij overmacht of vertraging: de dag vóórdat die begon.',
    opVoorbij: (fataal: string) =>
      `De fatale datum (${fataal}) is voorbij. Liet u dit op of vóór die dag weten? Vul dan die dag in.`,
    tot: 'Tot en met',
    totHint:
      'Stemt de aanvrager in met uitstel? Dan loopt de termijn na deze dag vanzelf weer. Bij een andere reden is dit wat u verwacht: de termijn loopt pas weer als u de zaak hervat.',
    knop: 'Termijn opschorten',
  },
  hervatten: {
    titel: 'Termijn hervatten',
    toets: 'h',
    straks: (streef: string, fataal: string) =>
      `Loopt de termijn vandaag weer? Dan wordt de streefdatum ${streef} en de fatale datum ${fataal}.`,
    op: 'De termijn loopt weer vanaf',
    knop: 'Termijn hervatten',
  },
  verlengen: {
    titel: 'Termijn verlengen',
    toets: 'v',
    uitleg: (fataal: string, max: number, grondslag: string) =>
      `De fatale datum is nu ${fataal}. U mag één keer verlengen, met hoogstens ${max} dagen (${grondslag}).`,
    dagen: 'Aantal dagen',
    dagenHint: (max: number) => `Hoogstens ${max}.`,
    knop: 'Termijn verlengen',
  },
  aanvullen: {
    titel: 'Aanvulling vragen',
    toets: 'a',
    uitleg: [
      'De aanvrager ziet direct wat u vraagt en tot wanneer. De termijn staat stil vanaf morgen, tot alles binnen is.',
      'Komt er niets? Dan loopt de termijn na de laatste dag vanzelf weer.',
    ],
    teLaat: (fataal: string) => [
      `De fatale datum (${fataal}) is voorbij. U mag nog vragen wat u mist, maar de termijn staat daardoor niet stil (Awb 4:15).`,
    ],
    opnieuw: (tot: string) => [
      `De zaak wacht al op een aanvulling, uiterlijk ${tot}. Wat u nu vraagt, komt daarvoor in de plaats.`,
      'Wat nog niet binnen is, staat er al. Vraag het zo nodig duidelijker. Voor alleen een latere dag: kies ‘Meer tijd geven’.',
    ],
    uiterlijk: 'Laatste dag om het te sturen',
    onderdeel: (nummer: number) => `Onderdeel ${nummer}`,
    naam: 'Wat mist u?',
    naamHint: 'Kort, bijvoorbeeld: plattegrond met maten.',
    uitlegOnderdeel: 'Uitleg',
    formulier: 'Link naar een formulier van de gemeente',
    formulierHint: (hosts: readonly string[]) =>
      `Het adres begint met ${hosts.map((host) => `https://${host}/`).join(' of ')}.`,
    knop: 'Aanvulling vragen',
  },
  'aanvulling-verlengen': {
    titel: 'Meer tijd geven',
    toets: 'u',
    uitleg: (tot: string) => [
      `De laatste dag om te sturen wat u vroeg is nu ${tot}. Geef alleen meer tijd zolang die dag niet voorbij is.`,
      'De termijn staat dan hoogstens stil tot en met de nieuwe dag (Awb 4:15).',
    ],
    uiterlijk: 'Nieuwe laatste dag',
    knop: 'Meer tijd geven',
  },
  'aanvulling-ontvangen': {
    titel: 'Aanvulling is binnen',
    toets: 'i',
    gevraagd: (op: string, tot: string) => `Gevraagd op ${op}, uiterlijk ${tot}.`,
    gemeld: (op: string) =>
      `De aanvrager meldde op ${op} dat alles is gestuurd. Kruis aan wat er is, met de dag waarop het kwam.`,
    gevolg: [
      'Is hiermee alles er? Dan liep de termijn weer vanaf de dag waarop het laatste stuk kwam (Awb 4:15), ook als u dat later vastlegt.',
      'Wat na de laatste dag kwam, verandert niets aan de termijn.',
    ],
    onderdelen: 'Wat is binnen?',
    op: 'Binnengekomen op',
    opHint: 'Niet vandaag, als het eerder kwam. Kwamen stukken op verschillende dagen? Leg ze dan apart vast.',
    knop: 'Ontvangst vastleggen',
  },
  'vertraging-melden': {
    titel: 'Melden dat het later wordt',
    toets: 'l',
    uitleg: (fataal: string) => [
      `Lukt het niet vóór of op ${fataal}? Meld de aanvrager dan op tijd wanneer u wel beslist (Awb 4:14).`,
      'De fatale datum verandert hierdoor niet. De aanvrager mag u na die dag in gebreke stellen.',
    ],
    verwacht: 'U verwacht te beslissen uiterlijk op',
    verwachtHint: 'Zo snel mogelijk na de fatale datum.',
    knop: 'Vertraging melden',
  },
  ingebrekestelling: {
    titel: 'Ingebrekestelling is binnen',
    toets: 'm',
    uitleg: (fataal: string) => [
      `De fatale datum was ${fataal}. Schreef de aanvrager daarna dat u te laat bent? Dan heeft u nog twee weken. Daarna kost elke dag geld (Awb 4:17).`,
      'Kwam de brief vóór de dag na de fatale datum? Dan telt hij niet. Laat de aanvrager dat weten.',
    ],
    op: 'De ingebrekestelling kwam binnen op',
    knop: 'Ingebrekestelling vastleggen',
  },
  'per-post': {
    titel: 'Brief per post verstuurd',
    toets: 'f',
    uitleg: [
      'Stuurde u de aanvrager een brief? Leg dan vast wanneer. De aanvrager ziet op Mijn zaken dat u die stuurde.',
    ],
    op: 'Op welke dag ging de brief op de post?',
    knop: 'Vastleggen',
  },
  'vraag-beantwoorden': {
    titel: 'Vraag beantwoorden',
    toets: 'q',
    uitleg: (moment: string) => `De aanvrager vroeg op ${moment}:`,
    antwoord: 'Uw antwoord. Dit leest de aanvrager.',
    knop: 'Verstuur het antwoord',
  },
  'intrekking-afwijzen': {
    titel: 'Verzoek om in te trekken afwijzen',
    toets: 'x',
    uitleg: ['De aanvraag gaat dan door. De aanvrager ziet dat, en uw uitleg.'],
    knop: 'Verzoek afwijzen',
  },
  'dwangsom-vaststellen': {
    titel: 'Dwangsom vaststellen',
    toets: 'r',
    uitleg: {
      bekend: (dagen: number, bedrag: string, uiterlijk: string) =>
        `De dwangsom is ${bedrag}, voor ${dagen === 1 ? '1 dag' : `${dagen} dagen`}. Stel die uiterlijk ${uiterlijk} vast (Awb 4:18).`,
      loopt: 'Hoe hoog de dwangsom wordt, is nog niet bekend. U kunt nu alleen besluiten dat u niets hoeft te betalen.',
      geen: 'Er is op tijd beslist na de ingebrekestelling. Er is geen dwangsom.',
      bezwaar: 'De aanvrager leest direct wat u besluit, en tot wanneer bezwaar kan.',
    },
    grond: 'Wat besluit u?',
    gronden: {
      onredelijk_laat: 'Geen dwangsom: onredelijk laat in gebreke gesteld (Awb 4:17 lid 6 a)',
      geen_belanghebbende: 'Geen dwangsom: de aanvrager is geen belanghebbende (Awb 4:17 lid 6 b)',
      kennelijk_niet_ontvankelijk: 'Geen dwangsom: de aanvraag is kennelijk niet-ontvankelijk (Awb 4:17 lid 6 c)',
      kennelijk_ongegrond: 'Geen dwangsom: de aanvraag is kennelijk ongegrond (Awb 4:17 lid 6 c)',
    },
    betalen: (bedrag: string) => `De gemeente betaalt ${bedrag}`,
    bekendmakingsdatumHint: 'De dag waarop u dit besluit stuurt. De termijn voor bezwaar begint de dag erna.',
    knop: 'Dwangsom vaststellen',
  },
  doorzenden: {
    titel: 'Doorzenden',
    toets: 'w',
    uitleg: [
      'Gaat een ander bestuursorgaan hierover? Stuur de aanvraag dan zo snel mogelijk door (Awb 2:3). De aanvrager leest direct naar wie.',
      'Zendt u alles door, dan is de zaak afgehandeld. Bij een deel gaat de zaak door met de rest.',
    ],
    naar: 'Naar welk bestuursorgaan?',
    naarHint: 'Zoals de aanvrager het kent, bijvoorbeeld: het waterschap Vallei en Veluwe.',
    op: 'Doorgezonden op',
    geheel: 'Wat zendt u door?',
    hoeveel: { geheel: 'De hele aanvraag', deels: 'Een deel van de aanvraag' },
    knop: 'Doorzenden',
  },
  corrigeren: {
    titel: 'Status herstellen',
    toets: 'c',
    uitleg: (nu: string, straks: string) =>
      `De status ‘${nu}’ gaat terug naar ‘${straks}’. De aanvrager ziet beide en uw uitleg.`,
    knop: 'Status herstellen',
  },

  herstellen: {
    titel: 'Laatste handeling terugdraaien',
    toets: 'z',
    uitleg: (handeling: string) =>
      `‘${handeling}’ wordt teruggedraaid. De termijn en de datums zijn dan weer zoals ervoor. De aanvrager ziet beide en uw uitleg.`,
    knop: 'Terugdraaien',
  },
  'besluit-bekendmaken': {
    titel: 'Van rechtswege verleend: bekendmaken',
    toets: 'p',
    uitleg: [
      'Schrijf in de bekendmaking dat het besluit van rechtswege is verleend.',
      'Sluit de zaak daarna af. Kies hetzelfde resultaat, en dat er geen nieuw besluit is.',
    ],
    knop: 'Bekendmaking vastleggen',
  },
  'besluit-vastleggen': {
    titel: 'Besluit vastleggen',
    toets: 'b',
    uitleg: {
      open: 'De zaak blijft open. Sluit u de zaak af met een besluit? Kies dan de laatste status.',
      afgehandeld:
        'De zaak is afgehandeld. Een nieuw besluit met hetzelfde resultaat komt in de plaats van het oude. Een ander resultaat? Heropen dan eerst de zaak.',
    },
    besluittype: 'Welk besluit?',
    vervangt: 'Komt het in de plaats van een ander besluit?',
    erbij: 'Nee, het komt erbij',
    inPlaatsVan: (besluit: string) => `Ja, van: ${besluit}`,
    knop: 'Besluit vastleggen',
  },
  'besluit-corrigeren': {
    titel: 'Datum van besluit corrigeren',
    toets: 'd',
    uitleg: [
      'Voor een datum die verkeerd is opgeschreven. Het besluit zelf blijft hetzelfde. De aanvrager ziet de goede datums en uw uitleg.',
      'De laatste dag voor bezwaar of beroep schuift mee.',
    ],
    leeg: 'Leeg: blijft zoals het is.',
    knop: 'Datums corrigeren',
  },
  'besluit-intrekken': {
    titel: 'Besluit intrekken',
    toets: 't',
    uitleg: [
      'Het besluit geldt niet meer vanaf de dag die u kiest. De zaak houdt haar status.',
      'Ook een intrekking is een besluit. Als de gemeente intrekt, kan de aanvrager daartegen bezwaar maken.',
    ],
    vervalreden: 'Wie wil dit?',
    vervalredenen: {
      ingetrokken_overheid: 'De gemeente trekt het besluit in',
      ingetrokken_belanghebbende: 'De aanvrager vroeg erom',
    },
    vanaf: 'Het besluit geldt niet meer vanaf',
    besluitdatum: 'Datum van de intrekking',
    bekendmakingsdatum: 'Intrekking bekendgemaakt op',
    knop: 'Besluit intrekken',
  },
  kies: 'Kies',
  welkBesluit: 'Om welk besluit gaat het?',

  gegevens: {
    titel: 'Gegevens verbeteren',
    toets: 'e',
    uitleg: [
      'Wat er stond, blijft bewaard. Hoort de zaak bij iemand anders? Dan verdwijnt zij direct bij wie haar ten onrechte zag. De beheerder krijgt dit te zien.',
    ],
    omschrijving: 'Omschrijving',
    omschrijvingHint: registreren.omschrijvingHint,
    startdatum: registreren.startdatum,
    startdatumHint:
      'Andere dag? Dan schuiven de streefdatum en de fatale datum mee. Schrijf ook voor de aanvrager op waarom.',
    naam: registreren.naam,
    adres: registreren.adres,
    adresHint: registreren.adresHint,
    telefoonnummer: registreren.telefoonnummer,
    nummer: 'Ander BSN of KvK-nummer',
    nummerHint: 'Negen of acht cijfers. Leeg: het nummer blijft zoals het is.',
    vestiging: 'Vestigingsnummer',
    vestigingHint: 'Twaalf cijfers. Alleen bij een KvK-nummer.',
    aanleiding: 'Waarom? Dit lezen alleen collega’s.',
    knop: 'Gegevens verbeteren',
  },

  verlopen: (sinds: string, uiterlijk: string) =>
    `De aanvulling is niet op tijd gekomen. De termijn loopt weer sinds ${sinds}. Neemt u de aanvraag niet in behandeling? Laat dat uiterlijk ${uiterlijk} weten (Awb 4:5).`,
  verlopenTeLaat: (sinds: string, uiterlijk: string) =>
    `De aanvulling is niet op tijd gekomen. De termijn loopt weer sinds ${sinds}. De aanvraag buiten behandeling laten kon tot en met ${uiterlijk} (Awb 4:5 lid 4). Beslis nu op de aanvraag.`,
  ontvangenTeLaat: (op: string, uiterlijk: string) =>
    `De aanvulling kwam binnen op ${op}. De aanvraag buiten behandeling laten kon tot en met ${uiterlijk} (Awb 4:5 lid 4). Beslis nu op de aanvraag.`,
  vanRechtswege: (datum: string, ingang: string, uiterlijk: string) =>
    `Er is niet op tijd beslist. Wat is gevraagd, is daarom op ${datum} van rechtswege verleend, en geldt vanaf ${ingang} (Awb 4:20b). Maak dat uiterlijk ${uiterlijk} bekend (Awb 4:20c). Daarna kan de aanvrager u in gebreke stellen.`,
  terInzage: (tot: string) =>
    `Deze stap duurt van de wet tot en met ${tot} (Awb 3:16). Een besluit op de aanvraag kan pas daarna.`,
  bekendmakingLater: (datum: string) =>
    `Het besluit wordt pas op ${datum} bekendgemaakt. Klopt dat? Vink dan hieronder aan dat u het zo wilt.`,
  aanvullingBekekenKlopt: 'Ik heb dit bekeken. De aanvraag is nog niet compleet.',
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
    `De termijn staat stil vanaf ${vanaf} tot en met ${tot}: de aanvrager stemt in met dit uitstel. Daarna loopt de termijn vanzelf weer.`,
  stilstandVoorbij: (tot: string, fataal: string) =>
    `De termijn stond stil tot en met ${tot}. De termijn loopt weer. De fatale datum is ${fataal}.`,
  wachtTeLaat: (tot: string, fataal: string) =>
    `Wacht op een aanvulling, uiterlijk ${tot}. De fatale datum (${fataal}) was al voorbij, dus de termijn staat niet stil.`,
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
      onredelijk_laat: 'geen dwangsom, want onredelijk laat in gebreke gesteld',
      geen_belanghebbende: 'geen dwangsom, want de aanvrager is geen belanghebbende',
      kennelijk_niet_ontvankelijk: 'geen dwangsom, want de aanvraag is kennelijk niet-ontvankelijk',
      kennelijk_ongegrond: 'geen dwangsom, want de aanvraag is kennelijk ongegrond',
    },
    opTijd: (op: string) => `In gebreke gesteld op ${op}. Er is op tijd daarna beslist: geen dwangsom (Awb 4:17).`,
  },
  besluitdatum: 'Datum van het besluit',
  bekendmakingsdatum: 'Bekendgemaakt op',
  bekendmakingsdatumHint: 'De dag waarop u het besluit stuurt. De termijn voor bezwaar begint de dag erna.',
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
    geenOnderdeel: 'Vul in wat u mist.',
    kiesOnderdeel: 'Kruis aan wat er binnen is.',
    onderdeelTeLang: (max: number) => `Gebruik hoogstens ${max} tekens.`,
    geenLink: 'Vul een adres in dat begint met https://.',
    linkElders: (hosts: readonly string[]) =>
      `Dit is geen formulier van de gemeente. Die staan op ${hosts.join(' of ')}.`,
  },

  /** Of each rule that an act can break. */
  weigering: {
    closed: 'Deze zaak is intussen afgehandeld. Uw wijziging is niet opgeslagen.',
    not_closed: 'Deze zaak is al heropend. Er is niets veranderd.',
    statustype_not_of_zaaktype: 'Deze status hoort niet bij dit zaaktype. Kies een andere status.',
    status_not_offered: 'Deze status kan nu niet meer. Kies een andere status.',
    resultaat_required: 'Kies een resultaat. Zonder resultaat kan de zaak niet dicht.',
    resultaat_not_of_zaaktype: 'Dit resultaat hoort niet bij dit zaaktype. Kies een ander resultaat.',
    besluit_in_future: 'De datum van het besluit ligt in de toekomst. Vul vandaag of een eerdere dag in.',
    besluit_before_zaak: 'Het besluit kan niet vóór de aanvraag zijn genomen. Controleer de datum.',
    bekendmaking_before_besluit: 'Het besluit kan niet bekend zijn vóór het is genomen. Controleer de datums.',
    bekendmaking_too_far: 'Deze dag ligt meer dan 30 dagen vooruit. Vul in wanneer u het besluit echt stuurt.',
    step_required: 'Eerst moet het ontwerpbesluit ter inzage liggen. Zet eerst die status.',
    step_too_short: 'De wettelijke termijn van deze stap loopt nog. Dit kan pas daarna.',
    aanvulling_term_runs: 'De aanvrager heeft nog tijd om aan te vullen. Wacht tot die termijn voorbij is (Awb 4:5).',
    aanvulling_not_asked: 'Vraag eerst een aanvulling. Pas als die termijn voorbij is, kan dit (Awb 4:5).',
    terinzage_before_besluit: 'Het besluit kan niet ter inzage liggen vóór het is genomen. Controleer de datums.',
    vervalt_before_ingang: 'Deze dag ligt vóór de dag waarop het besluit gaat gelden. Vul een latere dag in.',
    eerdere_besluiten_unsaid: 'Kies wat er gebeurt met wat al is besloten.',
    no_besluit_to_adopt: 'Er geldt geen besluit met dit resultaat. Kies iets anders, of een ander resultaat.',
    nothing_to_decide: 'Dit zaaktype heeft geen resultaat dat een besluit is.',
    nothing_to_replace: 'De zaak is afgehandeld en er geldt geen besluit. Heropen eerst de zaak.',
    besluittype_unknown: 'Dit besluit hoort niet bij dit zaaktype. Kies een ander besluit.',
    besluittype_not_of_resultaat: 'De zaak is afgehandeld met een ander resultaat. Heropen eerst de zaak.',
    must_replace: 'De zaak is afgehandeld. Kies van welk besluit dit in de plaats komt.',
    no_besluit: 'Er geldt geen besluit bij deze zaak.',
    besluit_unknown: 'Dit besluit geldt niet meer. Kies een ander besluit.',
    nothing_different: 'Het besluit heeft deze datums al. Wijzig een datum.',
    intrekking_before_besluit: 'U kunt een besluit niet intrekken vóór het is genomen. Controleer de datum.',
    nothing_to_correct: 'De laatste handeling was geen status. Er is niets om te herstellen.',
    omschrijving_missing: registreren.fout.omschrijvingLeeg,
    omschrijving_too_long: registreren.fout.omschrijvingLang,
    omschrijving_characters: registreren.fout.omschrijvingTekens,
    aanvrager_not_one: 'Vul het KvK-nummer van het bedrijf in.',
    bsn_invalid: registreren.fout.bsn,
    kvk_invalid: registreren.fout.kvk,
    vestiging_invalid: registreren.fout.vestiging,
    naam_missing: registreren.fout.naamLeeg,
    naam_too_long: registreren.fout.naamLang,
    naam_characters: registreren.fout.naamTekens,
    startdatum_in_future: registreren.fout.inToekomst,
    startdatum_too_early: registreren.fout.teVroeg,
    startdatum_of_closed: 'De zaak is afgehandeld. Heropen haar eerst als zij op een andere dag is ingediend.',
    startdatum_after_act: 'Op een eerdere dag is al iets met deze zaak gedaan. Vul een eerdere dag in.',
    adres_too_long: registreren.fout.adresLang,
    adres_lines: registreren.fout.adresRegels,
    telefoonnummer_invalid: registreren.fout.telefoonnummer,
    nothing_changed: 'Dit staat al zo in de zaak. Er is niets veranderd.',
    dates_stand_already: 'De zaak heeft deze datums al.',
    later_unsaid: 'Een datum wordt later, en niemand zei dat dat de bedoeling is.',
    later_after_ingebrekestelling: 'De aanvrager stelde ons al in gebreke. De laatste dag blijft.',
    nothing_to_undo:
      'De laatste handeling ging niet over de termijn, of ging vanzelf. Er is niets om terug te draaien.',
    made_known_already: 'Het besluit is al bekendgemaakt. U kunt de zaak alleen heropenen.',
    reason_required: 'Schrijf op waarom. De aanvrager leest dit.',
    suspended_already: 'De termijn staat al stil.',
    not_suspended: 'De termijn staat niet stil.',
    waits_for_aanvulling: 'De zaak wacht op een aanvulling. Meld eerst dat die binnen is.',
    no_aanvulling_open: 'De zaak wacht niet op een aanvulling.',
    received_before_asked: 'U had dit op deze dag nog niet gevraagd. Vul een latere dag in.',
    onderdeel_not_missing: 'Dit was al binnen, of u vraagt het niet meer. Kruis aan wat nog ontbrak.',
    last_day_passed: 'De laatste dag is voorbij: de termijn loopt weer. Vraag de aanvulling opnieuw.',
    last_day_not_later: 'Deze dag ligt niet na de laatste dag die de aanvrager kent.',
    last_day_earlier: 'De aanvrager had meer tijd. Vul die dag in of een latere.',
    aanvulling_not_looked_at:
      'Er kwam nog een aanvulling, of de aanvrager meldde die. Kijk of de aanvraag nu compleet is. Zo niet, vink dat dan hieronder aan.',
    reden_not_of_zaaktype: 'Deze reden hoort niet bij dit zaaktype. Kies een andere reden.',
    begins_in_future: 'Deze dag ligt in de toekomst. Vul vandaag of een eerdere dag in.',
    begins_before_zaak: 'Deze dag ligt vóór de aanvraag. Vul een latere dag in.',
    begins_before_hervatting: 'De termijn stond op deze dag al stil. Vul de dag van hervatten of een latere dag in.',
    begins_after_term: 'De fatale datum was op deze dag al voorbij. Opschorten kan dan niet meer.',
    ends_before_begin: 'Deze dag moet na de eerste dag liggen.',
    resumes_in_future: 'Deze dag ligt in de toekomst. Vul vandaag of een eerdere dag in.',
    resumes_before_begin: 'De termijn stond op deze dag nog niet stil. Vul een latere dag in.',
    last_day_not_ahead: 'Geef de aanvrager ten minste tot morgen.',
    formulier_elsewhere: 'Een formulier staat niet op een adres van de gemeente. Kies een ander formulier.',
    not_extendable: 'Bij dit zaaktype kan de termijn niet worden verlengd.',
    extended_already: 'De termijn is al een keer verlengd. Dat mag maar één keer.',
    too_long: 'Zo lang mag u niet verlengen. Vul minder dagen in.',
    term_stands_still: 'De termijn staat stil. Wanneer die eindigt, is nog niet bekend.',
    expected_too_early: 'Deze dag moet na de fatale datum en na vandaag liggen.',
    in_default_already: 'Er is al een ingebrekestelling vastgelegd.',
    term_not_passed: 'De termijn is nog niet voorbij, of er is al besloten. Een ingebrekestelling telt dan niet.',
    received_in_future: 'Deze dag ligt in de toekomst. Vul vandaag of een eerdere dag in.',
    received_before_end:
      'Deze dag ligt niet na de fatale datum. Een ingebrekestelling die te vroeg kwam, telt niet. Laat de aanvrager dat weten.',
    not_in_default: 'Er is geen ingebrekestelling vastgelegd.',
    dwangsom_unknown:
      'Er is geen dwangsom, of die loopt nog op. Kies waarom u niets betaalt, of wacht tot het bedrag bekend is.',
    dwangsom_before_ingebrekestelling: 'Deze dag ligt vóór de ingebrekestelling. Vul een latere dag in.',
    decided_already: 'Er is al besloten op deze aanvraag.',
    not_given_by_law: 'Bij dit zaaktype wordt niets van rechtswege verleend.',
    nothing_to_make_known: 'Er is geen besluit dat u nog bekend moet maken.',
    besluit_not_made_known: 'Wat van rechtswege is verleend, moet u eerst bekendmaken (Awb 4:20c).',
    forwarded_in_future: 'Deze dag ligt in de toekomst. Vul vandaag of een eerdere dag in.',
    forwarded_before_zaak: 'Deze dag ligt vóór de aanvraag. Vul een latere dag in.',
    no_resultaat_of_doorzending:
      'Dit zaaktype heeft geen resultaat voor doorzenden. Vraag de beheerder om er een te maken.',
    resultaat_of_doorzending: 'Met dit resultaat sluit een zaak als u de aanvraag doorzendt. Kies ‘Doorzenden’.',
    sent_in_future: 'Deze dag ligt in de toekomst. Vul vandaag of een eerdere dag in.',
    sent_before_zaak: 'Deze dag ligt vóór de aanvraag. Vul een latere dag in.',
    no_intrekking_asked: 'De aanvrager vraagt niet meer om intrekken.',
    no_vraag_open: 'De aanvrager stelde geen vraag, of een collega beantwoordde die al.',
    answer_required: 'Schrijf een antwoord. De aanvrager leest dit.',
    term_passed: 'De fatale datum is voorbij. Dit kan dan niet meer.',
  },
} as const
