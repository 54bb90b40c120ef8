import { registreren } from './registreren.ts'

const opgesomd = (besluiten: readonly string[]) => besluiten.map((besluit) => `‘${besluit}’`).join(' en ')

/** The texts that several acts on a zaak share, and the text of each rule that one can break. */
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

  /** The text of each rule that an act can break. */
  weigering: {
    no_bestand: 'Er is nog geen bestand. Voeg op de pagina van de zaak eerst een bestand toe.',
    bestand_unknown: 'Dit bestand is er niet meer, of het is al een document. Kies een ander bestand.',
    informatieobjecttype_unknown: 'Deze soort hoort niet bij dit zaaktype. Kies een andere soort.',
    informatieobjecttype_uitgaand: 'Deze soort leest de aanvrager wel. Kies een andere soort.',
    informatieobjecttype_intern: 'Deze soort is intern: de aanvrager leest die niet. Kies een andere soort.',
    document_in_future: 'De datum van het document ligt in de toekomst. Vul vandaag of een eerdere dag in.',
    document_besluit_unknown: 'Dit besluit is er niet meer. Kies een ander besluit.',
    visible_before_bekendmaking:
      'De aanvrager mag dit niet lezen vóór het besluit bekend is gemaakt. Kies die dag of een latere dag.',
    visible_too_far: 'Kies vandaag of een dag binnen 30 dagen.',
    document_unknown: 'Dit document is intussen ingetrokken of vervangen. Kies een ander document.',
    no_document: 'Deze zaak heeft geen document dat de aanvrager leest.',
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
    vergissing_with_dates: 'Hoort het besluit bij een andere zaak? Laat de datums dan zoals ze waren.',
    closed_with_besluit: 'De zaak is afgehandeld met dit besluit. Heropen eerst de zaak.',
    einddatum_impossible:
      'Op deze dag kan de intrekking niet zijn gekomen. Kies een dag die niet vóór de aanvraag ligt, en niet na vandaag.',
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
    begins_before_hervatting: 'Op deze dagen stond de termijn al stil. Vul een latere laatste dag in.',
    ends_not_later: 'De aanvrager stemde al in tot en met deze dag of later. Vul een latere dag in.',
    nothing_goes_on: 'De termijn staat nergens anders meer om stil.',
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
    begins_after_term: 'De fatale datum was op deze dag al voorbij. Opschorten kan dan niet meer.',
    ends_before_begin: 'Deze dag moet na de eerste dag liggen.',
    resumes_in_future: 'Deze dag ligt in de toekomst. Vul vandaag of een eerdere dag in.',
    resumes_before_begin: 'De termijn stond op deze dag nog niet stil. Vul een latere dag in.',
    last_day_not_ahead: 'Geef de aanvrager ten minste tot de dag na de brief.',
    formulier_elsewhere: 'Een formulier staat niet op een adres van de gemeente. Kies een ander formulier.',
    not_extendable: 'Bij dit zaaktype kan de termijn niet worden verlengd.',
    extended_already: 'De termijn is al een keer verlengd. Dat mag maar één keer.',
    too_long: 'Zo lang mag u niet verlengen. Vul minder dagen in.',
    ontwerpdatum_impossible:
      'Op deze dag kan het ontwerp niet ter inzage zijn gelegd. Kies een dag die niet vóór de ontvangst ligt, en niet na vandaag.',
    extension_too_late:
      'Bij een ontwerpbesluit kan verlengen alleen binnen acht weken na de ontvangst (Awb 3:18 lid 2).',
    ontwerp_laid: 'Het ontwerp ligt al ter inzage. Verlengen kan alleen daarvoor (Awb 3:18 lid 2).',
    no_ontwerp: 'Er is geen ontwerpbesluit ter inzage gelegd.',
    zienswijzen_recorded: 'Of er zienswijzen kwamen, is al vastgelegd.',
    zienswijzen_term_runs: 'De termijn voor zienswijzen loopt nog.',
    given_by_law:
      'Beslist u niet op tijd? Dan is de aanvraag volgens de wet goedgekeurd. U kunt geen latere dag melden (Awb 4:14 lid 2).',
    term_stands_still: 'De termijn staat stil. Wanneer die eindigt, is nog niet bekend.',
    expected_too_early: 'Deze dag moet na de fatale datum en na de dag van de brief liggen.',
    in_default_already: 'Er is al een ingebrekestelling vastgelegd.',
    term_not_passed: 'De termijn is nog niet voorbij, of er is op tijd besloten. Een ingebrekestelling telt dan niet.',
    received_in_future: 'Deze dag ligt in de toekomst. Vul vandaag of een eerdere dag in.',
    received_before_end:
      'Deze dag ligt niet na de fatale datum. Een ingebrekestelling die te vroeg kwam, telt niet. Laat de aanvrager dat weten.',
    received_after_end:
      'Deze dag ligt niet vóór de bekendmaking van het besluit, of de dag van afsluiten. Een ingebrekestelling telt dan niet meer.',
    not_too_early: 'Er is geen ingebrekestelling die te vroeg kwam.',
    not_in_default: 'Er is geen ingebrekestelling vastgelegd.',
    no_dwangsom: 'Bij dit zaaktype kost een te laat besluit geen dwangsom.',
    dwangsom_unknown:
      'Er is geen dwangsom, of die loopt nog op. Kies waarom u niets betaalt, of wacht tot het bedrag bekend is.',
    dwangsom_before_ingebrekestelling: 'Deze dag ligt vóór de ingebrekestelling. Vul een latere dag in.',
    decided_already: 'Er is al besloten op deze aanvraag.',
    not_given_by_law: 'Bij dit zaaktype wordt niets van rechtswege verleend.',
    nothing_to_make_known: 'Er is geen besluit dat u nog bekend moet maken.',
    besluit_not_made_known:
      'Als een besluit niet op tijd bekend is gemaakt, is van rechtswege verleend wat is gevraagd (Awb 4:20b). Maak dat eerst bekend (Awb 4:20c).',
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
    term_passed: 'De fatale datum was op deze dag al voorbij. Dit kan dan niet meer.',
  },
} as const
