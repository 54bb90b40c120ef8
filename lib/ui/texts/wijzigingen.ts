import type { Taal } from '../text/taal.ts'

type InBeideTalen = Record<Taal, string>

export type Wijzigingtekst = {
  /** the name at the desk: in the audittrail and among the bezorgingen */
  balie: string
  /** the name in the history of the zaak at the desk; null when the status is shown instead */
  verloop: string | null
  /** its effect on the legal term; absent: none */
  termijn?: 'stopt' | 'schuift'
  /**
   * the preference of the citizen that can switch off its mail; absent: it is always mailed. Receipts,
   * requests, reopenings and corrections are always mailed: the wrong change may have been mailed before the
   * citizen chose.
   */
  keuze?: 'voortgang' | 'termijnen'
  /** true when the behandelaar gives a reason */
  heeftReden?: true
  /** the title of its step in the tijdlijn, when that is no step of the zaaktype */
  stap?: InBeideTalen
  /**
   * the text on top of the page and the card of the zaak while it is the newest change, with `{fataleDatum}`
   * for the last day to decide; null: the earlier text stays
   */
  antwoord: InBeideTalen | null
  /** the meaning for the citizen, in Berichten and in mails; empty when the step says it */
  uitleg: InBeideTalen
  /** replaces `uitleg` when the term had passed already */
  uitlegTeLaat?: InBeideTalen
  /** replaces these when it moved the last day of the term; only for a kind that sometimes does */
  verschoven?: { stap: InBeideTalen; antwoord: InBeideTalen; uitleg: InBeideTalen }
  /** tells suppliers when its event is sent */
  wanneer: InBeideTalen
}

/** The name of each kind of change of a zaak, by its name in lib/contract/event-types.ts. */
export const wijzigingen = {
  registratie: {
    balie: 'Zaak geregistreerd',
    verloop: 'Geregistreerd',
    antwoord: null,
    uitleg: {
      nl: 'Wij hebben uw aanvraag ontvangen op {startdatum}. Dit is uw bewijs van ontvangst.',
      en: 'We received your application on {startdatum}. This is your proof of receipt.',
    },
    wanneer: { nl: 'Een aanvraag is een zaak geworden.', en: 'An application has become a zaak.' },
  },
  statuswijziging: {
    balie: 'Status gewijzigd',
    verloop: null,
    keuze: 'voortgang',
    antwoord: null,
    uitleg: { nl: '', en: '' },
    wanneer: {
      nl: 'Een behandelaar of een API-client zette de volgende status. Ook als de zaak daarmee is afgehandeld: dan is nieuweStatus de uitkomst.',
      en: 'A case worker or an API client set the next status. Also when that closed the zaak: nieuweStatus is the outcome then.',
    },
  },
  correctie: {
    balie: 'Status gecorrigeerd',
    verloop: 'Status hersteld',
    heeftReden: true,
    antwoord: null,
    uitleg: {
      nl: 'Wij hebben u eerder iets gemeld dat niet klopte. Onze excuses.',
      en: 'We told you something earlier that was not right. Our apologies.',
    },
    wanneer: {
      nl: 'De laatste status was een vergissing en is teruggenomen. De zaak heeft weer de status ervoor.',
      en: 'The last status was a mistake and has been taken back. The zaak has the status before it again.',
    },
  },
  herstel: {
    balie: 'Handeling teruggedraaid',
    verloop: 'Handeling teruggedraaid',
    termijn: 'schuift',
    heeftReden: true,
    stap: { nl: 'Wij hebben een fout hersteld', en: 'We corrected a mistake' },
    antwoord: { nl: 'Wij hebben een fout hersteld.', en: 'We corrected a mistake.' },
    uitleg: {
      nl: 'Wij hebben u eerder iets gemeld dat niet klopte. Onze excuses.',
      en: 'We told you something earlier that was not right. Our apologies.',
    },
    wanneer: {
      nl: 'De laatste handeling aan de termijn was een vergissing en is teruggedraaid. Datums en opschorting zijn weer als ervoor.',
      en: 'The last act on the term was a mistake and has been taken back. Dates and suspension are as before it again.',
    },
  },
  gegevenswijziging: {
    balie: 'Gegevens verbeterd',
    verloop: 'Gegevens verbeterd',
    termijn: 'schuift',
    stap: { nl: 'Wij hebben gegevens verbeterd', en: 'We corrected some details' },
    antwoord: null,
    uitleg: {
      nl: 'Wij hebben iets verbeterd of aangevuld in uw zaak. Klopt er nog iets niet? Laat het ons weten.',
      en: 'We corrected or added something in your case. Is anything still wrong? Please let us know.',
    },
    verschoven: {
      stap: {
        nl: 'De ontvangstdatum van uw aanvraag is verbeterd',
        en: 'The date on which we received your application was corrected',
      },
      antwoord: {
        nl: 'De ontvangstdatum van uw aanvraag is verbeterd. U hoort uiterlijk {fataleDatum} van ons.',
        en: 'The date on which we received your application was corrected. You will hear from us by {fataleDatum}.',
      },
      uitleg: {
        nl: 'De dag waarop wij uw aanvraag ontvingen, stond verkeerd in uw zaak. Daardoor is de uiterste datum voor ons besluit een andere.',
        en: 'The day on which we received your application was wrong in your case. So the last day for our decision is another one.',
      },
    },
    wanneer: {
      nl: 'De omschrijving of de aanvrager stond verkeerd in de zaak. Haal de zaak op: zij kan van een ander zijn geworden.',
      en: 'The omschrijving or the initiator of the zaak was wrong. Fetch the zaak: it may be of somebody else now.',
    },
  },
  heropening: {
    balie: 'Zaak heropend',
    verloop: 'Heropend',
    heeftReden: true,
    stap: { nl: 'Zaak heropend', en: 'Case reopened' },
    antwoord: { nl: 'Wij behandelen uw zaak opnieuw.', en: 'We are looking at your case again.' },
    uitleg: { nl: 'Wij behandelen uw zaak opnieuw.', en: 'We are looking at your case again.' },
    wanneer: {
      nl: 'Een afgehandelde zaak is weer open, met de status van voor de afhandeling.',
      en: 'A closed zaak is open again, with the status from before it was closed.',
    },
  },
  opschorting: {
    balie: 'Zaak opgeschort',
    verloop: 'Termijn opgeschort',
    termijn: 'stopt',
    keuze: 'termijnen',
    stap: { nl: 'Beslistermijn staat stil', en: 'Time limit on hold' },
    antwoord: null,
    uitleg: {
      nl: 'De termijn voor ons besluit staat stil. Zolang telt de tijd niet mee.',
      en: 'The time limit for our decision is on hold. This time does not count towards it.',
    },
    wanneer: { nl: 'De termijn staat stil (Awb 4:15).', en: 'The term stands still (Awb 4:15).' },
  },
  hervatting: {
    balie: 'Zaak hervat',
    verloop: 'Termijn hervat',
    termijn: 'schuift',
    keuze: 'termijnen',
    stap: { nl: 'Wij gaan verder', en: 'We are continuing' },
    antwoord: {
      nl: 'Wij gaan verder. U hoort uiterlijk {fataleDatum} van ons.',
      en: 'We are continuing. You will hear from us by {fataleDatum}.',
    },
    uitleg: { nl: 'De beslistermijn loopt weer.', en: 'The time limit is running again.' },
    wanneer: {
      nl: 'De termijn loopt weer. De einddata zijn opgeschoven.',
      en: 'The term runs again. The end dates have moved.',
    },
  },
  verlenging: {
    balie: 'Zaak verlengd',
    verloop: 'Termijn verlengd',
    termijn: 'schuift',
    keuze: 'termijnen',
    heeftReden: true,
    stap: { nl: 'Wij hebben meer tijd nodig', en: 'We need more time' },
    antwoord: {
      nl: 'Wij hebben meer tijd nodig. U hoort uiterlijk {fataleDatum} van ons.',
      en: 'We need more time. You will hear from us by {fataleDatum}.',
    },
    uitleg: { nl: '', en: '' },
    wanneer: {
      nl: 'De termijn is verlengd. Dat kan één keer.',
      en: 'The term has been extended. That can be done once.',
    },
  },
  aanvullingsverzoek: {
    balie: 'Aanvulling gevraagd',
    verloop: 'Aanvulling gevraagd',
    termijn: 'stopt',
    stap: { nl: 'Wij hebben meer informatie nodig', en: 'We need more information' },
    antwoord: null,
    uitleg: {
      nl: 'Zonder deze informatie kunnen wij niet beslissen. Tot wij die hebben, staat de beslistermijn stil.',
      en: 'We cannot decide without this information. Until we have it, the time limit is on hold.',
    },
    uitlegTeLaat: {
      nl: 'Zonder deze informatie kunnen wij niet beslissen.',
      en: 'We cannot decide without this information.',
    },
    wanneer: {
      nl: 'De aanvrager moet iets opsturen. De termijn staat stil.',
      en: 'The applicant must send something. The term stands still.',
    },
  },
  aanvulling_ontvangen: {
    balie: 'Aanvulling ontvangen',
    verloop: 'Aanvulling ontvangen',
    termijn: 'schuift',
    keuze: 'termijnen',
    stap: { nl: 'Uw informatie is binnen', en: 'We have received your information' },
    antwoord: {
      nl: 'Wij hebben uw informatie. U hoort uiterlijk {fataleDatum} van ons.',
      en: 'We have your information. You will hear from us by {fataleDatum}.',
    },
    uitleg: { nl: 'Bedankt. De beslistermijn loopt weer.', en: 'Thank you. The time limit is running again.' },
    uitlegTeLaat: { nl: 'Bedankt.', en: 'Thank you.' },
    wanneer: {
      nl: 'Alles is binnen. De termijn loopt weer. Liep zij al, dan kan de laatste dag nu eerder zijn.',
      en: 'All of it came. The term runs again. If it ran already, its last day may be earlier now.',
    },
  },
  aanvulling_verlopen: {
    balie: 'Aanvulling niet op tijd',
    verloop: 'Aanvulling niet op tijd',
    termijn: 'schuift',
    keuze: 'termijnen',
    stap: { nl: 'De laatste dag om iets te sturen is voorbij', en: 'The last day to send something has passed' },
    antwoord: null,
    uitleg: { nl: 'De beslistermijn loopt weer.', en: 'The time limit is running again.' },
    // the missing things are a task, which has its own text
    uitlegTeLaat: { nl: '', en: '' },
    wanneer: {
      nl: 'De laatste dag om iets op te sturen is voorbij. De termijn loopt weer.',
      en: 'The last day to send something has passed. The term runs again.',
    },
  },
  aanvulling_verlengd: {
    balie: 'Meer tijd voor aanvulling gegeven',
    verloop: 'Meer tijd voor aanvulling gegeven',
    stap: { nl: 'U krijgt meer tijd om iets te sturen', en: 'You have more time to send something' },
    antwoord: null,
    uitleg: {
      nl: 'Wij geven u meer tijd om te sturen wat wij vroegen. De beslistermijn staat stil tot wij alles hebben, of tot en met de nieuwe laatste dag.',
      en: 'We give you more time to send what we asked for. The time limit is on hold until we have everything, or until the new last day has passed.',
    },
    uitlegTeLaat: {
      nl: 'Wij geven u meer tijd om te sturen wat wij vroegen.',
      en: 'We give you more time to send what we asked for.',
    },
    wanneer: {
      nl: 'De aanvrager krijgt meer tijd om iets op te sturen. De termijn staat hoogstens stil tot en met de nieuwe laatste dag.',
      en: 'The applicant gets more time to send something. The term stands still until the new last day at most.',
    },
  },
  aanvulling_deel_ontvangen: {
    balie: 'Deel van aanvulling ontvangen',
    verloop: 'Deel van aanvulling ontvangen',
    keuze: 'termijnen',
    stap: { nl: 'Een deel van wat wij vroegen is binnen', en: 'We have received part of what we asked for' },
    antwoord: null,
    uitleg: {
      nl: 'Bedankt. Wij hebben nog niet alles wat wij vroegen.',
      en: 'Thank you. We do not have everything that we asked for yet.',
    },
    wanneer: {
      nl: 'Een deel van wat gevraagd was, is binnen. De zaak zegt wat nog ontbreekt. De termijn verandert niet.',
      en: 'Part of what was asked came. The zaak says what is still missing. The term does not change.',
    },
  },
  aanvulling_gemeld: {
    balie: 'Aanvrager meldt: alles gestuurd',
    verloop: 'Aanvrager meldt dat alles is gestuurd.',
    termijn: 'schuift',
    keuze: 'termijnen',
    stap: { nl: 'U liet weten dat u alles heeft gestuurd', en: 'You let us know that you have sent everything' },
    antwoord: {
      nl: 'Wij ontvingen uw melding. Nu gaan wij na of alles er is.',
      en: 'We received your message. We now check whether everything has arrived.',
    },
    uitleg: {
      nl: 'De beslistermijn loopt weer. Wij kijken of alles binnen is. Missen wij nog iets? Dan vragen wij het u.',
      en: 'The time limit is running again. We check whether everything has arrived. If we still miss something, we will ask you.',
    },
    uitlegTeLaat: {
      nl: 'Wij kijken of alles binnen is. Missen wij nog iets? Dan vragen wij het u.',
      en: 'We check whether everything has arrived. If we still miss something, we will ask you.',
    },
    wanneer: {
      nl: 'De aanvrager zegt dat alles is gestuurd, en daarmee loopt de termijn weer. Of het binnen is, zegt een latere gebeurtenis.',
      en: 'The applicant says that everything was sent, and with that the term runs again. Whether it came, a later event says.',
    },
  },
  aanvulling_nagekomen: {
    balie: 'Aanvulling na de laatste dag ontvangen',
    verloop: 'Aanvulling na de laatste dag ontvangen',
    keuze: 'termijnen',
    stap: { nl: 'Wij kregen nog informatie van u', en: 'We received more information from you' },
    antwoord: { nl: 'Wij kregen nog informatie van u.', en: 'We received more information from you.' },
    uitleg: {
      nl: 'Wij kregen dit na de laatste dag. Wij kijken wat het betekent voor uw aanvraag. De beslistermijn verandert niet.',
      en: 'We received this after the last day. We look at what it means for your application. The time limit does not change.',
    },
    wanneer: {
      nl: 'Iets wat gevraagd was, kwam na de laatste dag. De termijn verandert niet.',
      en: 'Something that was asked came after the last day. The term does not change.',
    },
  },
  zienswijzen_vastgelegd: {
    balie: 'Zienswijzen vastgelegd',
    verloop: 'Zienswijzen vastgelegd',
    termijn: 'schuift',
    keuze: 'termijnen',
    stap: {
      nl: 'Reageren op ons ontwerpbesluit kan niet meer',
      en: 'The time to respond to our draft decision is over',
    },
    antwoord: {
      nl: 'Reageren op ons ontwerpbesluit kan niet meer. U hoort uiterlijk {fataleDatum} van ons.',
      en: 'The time to respond to our draft decision is over. You will hear from us by {fataleDatum}.',
    },
    uitleg: {
      nl: 'De termijn om te reageren op ons ontwerpbesluit is voorbij. Wij nemen nu een besluit.',
      en: 'The time to respond to our draft decision is over. We will now decide.',
    },
    wanneer: {
      nl: 'De termijn voor zienswijzen is voorbij. Kwam er geen, dan is de beslistermijn korter (Awb 3:18 lid 4).',
      en: 'The term for zienswijzen is over. If none came, the term to decide is shorter (Awb 3:18 lid 4).',
    },
  },
  vertraging_gemeld: {
    balie: 'Vertraging gemeld',
    verloop: 'Vertraging gemeld',
    heeftReden: true,
    stap: { nl: 'Ons besluit komt later', en: 'Our decision will be late' },
    antwoord: null,
    uitleg: {
      nl: 'Wij kunnen niet op tijd beslissen. Bij de gegevens van uw zaak staat wanneer wij ons besluit verwachten.',
      en: 'We cannot decide in time. The details of your case say when we expect our decision.',
    },
    wanneer: {
      nl: 'De aanvrager hoort dat het besluit te laat komt, en wanneer het wordt verwacht (Awb 4:14). De fatale datum blijft.',
      en: 'The applicant is told that the decision will be late, and when it is expected (Awb 4:14). The last day of the term stays.',
    },
  },
  herberekening: {
    balie: 'Termijn herberekend',
    verloop: 'Termijn herberekend',
    termijn: 'schuift',
    heeftReden: true,
    stap: { nl: 'Onze datums zijn veranderd', en: 'Our dates have changed' },
    antwoord: {
      nl: 'Onze datums zijn veranderd. U hoort uiterlijk {fataleDatum} van ons.',
      en: 'Our dates have changed. You will hear from us by {fataleDatum}.',
    },
    uitleg: {
      nl: 'Wij hebben opnieuw uitgerekend wanneer wij uiterlijk beslissen. Bij de gegevens van uw zaak staan de nieuwe datums.',
      en: 'We have worked out again by when we must decide. The details of your case have the new dates.',
    },
    wanneer: {
      nl: 'De termijn is opnieuw berekend, omdat een termijn of feestdag anders is dan bekend was. De zaak zegt de nieuwe datums.',
      en: 'The term was computed anew, because a term or holiday is other than was known. The zaak has the new dates.',
    },
  },
  ingebrekestelling: {
    balie: 'Ingebrekestelling ontvangen',
    verloop: 'Ingebrekestelling ontvangen',
    stap: { nl: 'Uw ingebrekestelling is binnen', en: 'We have received your notice of default' },
    antwoord: null,
    uitleg: {
      nl: 'Wij zijn te laat met ons besluit. Beslissen wij niet binnen 2 weken na uw ingebrekestelling? Bij uw zaak leest u wat u dan kunt doen.',
      en: 'We are late with our decision. If we do not decide within 2 weeks after your notice, your case says what you can do then.',
    },
    wanneer: {
      nl: 'De aanvrager schreef dat het besluit te laat is (Awb 4:17). De zaak zegt tot wanneer een besluit nog niets kost.',
      en: 'The applicant wrote that the decision is late (Awb 4:17). The zaak says until when a decision still costs nothing.',
    },
  },
  ingebrekestelling_vervallen: {
    balie: 'Ingebrekestelling vervallen',
    verloop: 'Ingebrekestelling kwam te vroeg en telt niet',
    stap: { nl: 'Uw ingebrekestelling telt niet', en: 'Your notice of default does not count' },
    antwoord: {
      nl: 'Uw ingebrekestelling kwam te vroeg en telt niet.',
      en: 'Your notice of default came too early and does not count.',
    },
    uitleg: {
      nl: 'Onze termijn was nog niet voorbij toen wij uw ingebrekestelling kregen. Daarom krijgt u nu geen vergoeding. Beslissen wij niet op tijd? Dan kunt u ons opnieuw schrijven.',
      en: 'Our time limit had not passed when we received your notice. That is why you will not get compensation now. If we do not decide in time, you can write to us again.',
    },
    wanneer: {
      nl: 'Een ingebrekestelling bleek te vroeg te zijn gekomen, omdat later iets over de termijn is vastgelegd, zoals een andere startdatum. Er is geen dwangsom.',
      en: 'A notice of default turned out to have come too early, because something about the term was recorded later, such as another startdatum. Nothing is owed.',
    },
  },
  dwangsom_vastgesteld: {
    balie: 'Dwangsom vastgesteld',
    verloop: 'Dwangsom vastgesteld',
    stap: { nl: 'Wij hebben besloten over uw vergoeding', en: 'We have decided about your compensation' },
    antwoord: { nl: 'Wij hebben besloten over uw vergoeding.', en: 'We have decided about your compensation.' },
    uitleg: {
      nl: 'U vroeg om een vergoeding omdat wij te laat waren met ons besluit. Bij uw zaak leest u wat u krijgt.',
      en: 'You asked for compensation because our decision was late. Your case says what you will get.',
    },
    wanneer: {
      nl: 'Bij besluit is vastgesteld wat het kost dat het besluit op de aanvraag te laat was, of waarom niets (Awb 4:18).',
      en: 'It was decided what it costs that the decision on the application was late, or why nothing (Awb 4:18).',
    },
  },
  doorzending: {
    balie: 'Aanvraag doorgezonden',
    verloop: 'Doorgezonden',
    // only for a part: a zaak that was sent on as a whole has its resultaat
    stap: {
      nl: 'Wij hebben een deel van uw aanvraag doorgestuurd',
      en: 'We have forwarded a part of your application',
    },
    antwoord: {
      nl: 'Wij hebben een deel van uw aanvraag doorgestuurd.',
      en: 'We have forwarded a part of your application.',
    },
    uitleg: {
      nl: 'Een andere overheid gaat over dat deel. De rest behandelen wij zelf.',
      en: 'Another authority is responsible for that part. We handle the rest ourselves.',
    },
    wanneer: {
      nl: 'De aanvraag, of een deel ervan, is doorgezonden naar het bestuursorgaan dat erover gaat (Awb 2:3). De zaak noemt welk. Is alles doorgezonden, dan is de zaak afgehandeld.',
      en: 'The application, or a part of it, was forwarded to the authority that is responsible for it (Awb 2:3). The zaak names it. When all of it was forwarded, the zaak is closed.',
    },
  },
  brief_verstuurd: {
    balie: 'Brief per post verstuurd',
    verloop: 'Brief per post verstuurd',
    keuze: 'voortgang',
    stap: { nl: 'Wij stuurden u een brief', en: 'We sent you a letter' },
    antwoord: null,
    uitleg: { nl: 'Lees wat daarin staat.', en: 'Please read what it says.' },
    wanneer: {
      nl: 'De aanvrager kreeg een brief met wat de zaak op dat moment zegt. De zaak zegt wanneer die op de post ging.',
      en: 'The applicant was sent a letter with what the zaak says at that moment. The zaak says when it was posted.',
    },
  },
  vraag_beantwoord: {
    balie: 'Vraag van de aanvrager beantwoord',
    verloop: 'Vraag van de aanvrager beantwoord',
    stap: { nl: 'Antwoord op uw vraag', en: 'Answer to your question' },
    antwoord: null,
    uitleg: { nl: 'Wij hebben uw vraag beantwoord.', en: 'We have answered your question.' },
    wanneer: {
      nl: 'De aanvrager stelde een vraag, en die is beantwoord. Het antwoord staat in de zaak.',
      en: 'The applicant asked a question, and it was answered. The zaak has the answer.',
    },
  },
  intrekking_afgewezen: {
    balie: 'Verzoek om in te trekken afgewezen',
    verloop: 'Verzoek om in te trekken afgewezen',
    stap: { nl: 'Uw aanvraag is niet ingetrokken', en: 'Your application is not withdrawn' },
    antwoord: { nl: 'Uw aanvraag is niet ingetrokken.', en: 'Your application is not withdrawn.' },
    uitleg: { nl: 'Wij behandelen uw aanvraag gewoon verder.', en: 'We are still considering your application.' },
    wanneer: {
      nl: 'De aanvrager wilde de aanvraag intrekken, en dat gebeurt niet. De reden staat in de zaak.',
      en: 'The applicant asked to withdraw the application, and it goes on. The zaak says why.',
    },
  },
  van_rechtswege_verleend: {
    balie: 'Van rechtswege verleend',
    verloop: 'Van rechtswege verleend',
    stap: { nl: 'Uw aanvraag is volgens de wet goedgekeurd', en: 'Your application is approved by law' },
    antwoord: null,
    uitleg: {
      nl: 'Wij hebben niet op tijd beslist. De wet zegt dat u dan krijgt wat u vroeg.',
      en: 'We did not decide in time. The law says that you then get what you asked for.',
    },
    wanneer: {
      nl: 'De termijn ging voorbij zonder besluit, en wat is gevraagd is van rechtswege verleend (Awb 4:20b). De zaak zegt vanaf wanneer het geldt en tot wanneer de gemeente het bekend moet maken.',
      en: 'The term passed without a decision, and what was asked is given by law (Awb 4:20b). The zaak says from when it holds and until when the municipality must make it known.',
    },
  },
  besluit_bekendgemaakt: {
    balie: 'Besluit bekendgemaakt',
    verloop: 'Besluit bekendgemaakt',
    stap: { nl: 'Wij hebben u het besluit gestuurd', en: 'We have sent you the decision' },
    antwoord: { nl: 'Uw aanvraag is volgens de wet goedgekeurd.', en: 'Your application is approved by law.' },
    uitleg: {
      nl: 'Bij uw zaak leest u onder ‘Wat wij besloten’ wat er geldt.',
      en: 'Your case says under ‘What we decided’ what holds.',
    },
    wanneer: {
      nl: 'Wat van rechtswege was verleend, is bekendgemaakt (Awb 4:20c). Vanaf de dag erna kan bezwaar.',
      en: 'What was given by law has been made known (Awb 4:20c). From the day after one can object.',
    },
  },
  besluit_vastgelegd: {
    balie: 'Besluit vastgelegd',
    verloop: 'Besluit vastgelegd',
    stap: { nl: 'Wij hebben een besluit genomen', en: 'We have made a decision' },
    antwoord: { nl: 'Wij hebben een besluit genomen.', en: 'We have made a decision.' },
    uitleg: {
      nl: 'Bij uw zaak leest u onder ‘Wat wij besloten’ wat dit besluit is.',
      en: 'Your case says under ‘What we decided’ what this decision is.',
    },
    wanneer: {
      nl: 'Een besluit is vastgelegd zonder dat de status veranderde. Het kan in de plaats komen van een ander besluit.',
      en: 'A decision was recorded while the status stayed as it was. It may take the place of another one.',
    },
  },
  besluit_gecorrigeerd: {
    balie: 'Besluit gecorrigeerd',
    verloop: 'Besluit gecorrigeerd',
    heeftReden: true,
    stap: { nl: 'Een fout bij ons besluit is hersteld', en: 'A mistake about our decision was corrected' },
    antwoord: { nl: 'Een fout bij ons besluit is hersteld.', en: 'A mistake about our decision was corrected.' },
    uitleg: {
      nl: 'Wat wij u over ons besluit lieten weten, klopte niet. Onze excuses. Bij uw zaak ziet u nu wat wel klopt.',
      en: 'What we told you about our decision was not right. Our apologies. Your case now says what is right.',
    },
    wanneer: {
      nl: 'Een datum van een besluit was verkeerd opgeschreven, of het besluit hoorde bij een andere zaak. De laatste dag voor bezwaar of beroep kan anders zijn, en het besluit kan er niet meer zijn.',
      en: 'A date of a decision was written down wrong, or the decision was of another zaak. The last day to object or appeal may be another one, and the decision may be gone.',
    },
  },
  besluit_ingetrokken: {
    balie: 'Besluit ingetrokken',
    verloop: 'Besluit ingetrokken',
    heeftReden: true,
    stap: { nl: 'Wij hebben een besluit ingetrokken', en: 'We have withdrawn a decision' },
    antwoord: { nl: 'Wij hebben een besluit ingetrokken.', en: 'We have withdrawn a decision.' },
    uitleg: {
      nl: 'Bij uw zaak leest u onder ‘Wat wij besloten’ vanaf wanneer dat besluit niet meer geldt.',
      en: 'Your case says under ‘What we decided’ from when that decision no longer holds.',
    },
    wanneer: {
      nl: 'Een besluit geldt vanaf een dag niet meer. De status van de zaak blijft zoals zij was.',
      en: 'A decision holds no more from a day on. The status of the zaak stays as it was.',
    },
  },
  document_toegevoegd: {
    balie: 'Document toegevoegd',
    verloop: 'Document toegevoegd',
    stap: { nl: 'Er is een document voor u', en: 'There is a document for you' },
    antwoord: null,
    uitleg: {
      nl: 'Bij uw zaak leest u onder ‘Documenten’ welk document dit is.',
      en: 'Your case says under ‘Documents’ which document this is.',
    },
    wanneer: {
      nl: 'De zaak heeft een document dat de aanvrager mag lezen. De zaak zegt vanaf welke dag.',
      en: 'The zaak has a document that the initiator may read. The zaak says from which day on.',
    },
  },
  document_ingetrokken: {
    balie: 'Document ingetrokken',
    verloop: 'Document ingetrokken',
    heeftReden: true,
    stap: { nl: 'Wij hebben een document weggehaald', en: 'We have taken away a document' },
    antwoord: null,
    uitleg: {
      nl: 'Dit document klopte niet, of was niet voor deze zaak. U kunt het niet meer lezen.',
      en: 'This document was not right, or was not for this case. You can no longer read it.',
    },
    wanneer: {
      nl: 'De aanvrager mag een document niet meer lezen. Geef het niet meer aan hem.',
      en: 'The initiator may no longer read a document. Do not give it to them any more.',
    },
  },
  verwijdering: {
    balie: 'Zaak verwijderd',
    verloop: null,
    antwoord: null,
    uitleg: { nl: '', en: '' },
    wanneer: {
      nl: 'De zaak is voorgoed verwijderd. Dit is haar laatste bericht. Verwijder haar ook bij u.',
      en: 'The zaak has been removed for good. This is its last message. Remove it at your side too.',
    },
  },
} as const satisfies Record<string, Wijzigingtekst>

/** The texts about each change of an abonnement: for the desk, and for suppliers about its event. */
export const voorvallen = {
  falend: {
    balie: 'Ander abonnement: er komt niets aan',
    wanneer: {
      nl: 'Bij een ander abonnement van u komt al dagen geen enkel bericht aan. U krijgt dit op de helft, op 70 % en op 90 % van de tijd waarna wij het uitschakelen.',
      en: 'For days nothing arrived at another abonnement of yours. You get this at half, at 70 % and at 90 % of the time after which we disable it.',
    },
  },
  uitgeschakeld: {
    balie: 'Ander abonnement: uitgeschakeld',
    wanneer: {
      nl: 'Een ander abonnement van u is uitgeschakeld. reden zegt waarom: gone (de ontvanger antwoordde 410) of failing (vijf dagen kwam niets aan).',
      en: 'Another abonnement of yours was disabled. reden says why: gone (the receiver answered 410) or failing (nothing arrived for five days).',
    },
  },
  hersteld: {
    balie: 'Ander abonnement: komt weer aan',
    wanneer: {
      nl: 'Bij een ander abonnement van u komen berichten weer aan, of iemand zette het weer aan. Vraag een herstel om te krijgen wat het miste.',
      en: 'Messages arrive again at another abonnement of yours, or somebody switched it on again. Ask for a recovery to get what it missed.',
    },
  },
}
