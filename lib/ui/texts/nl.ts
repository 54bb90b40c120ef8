/** Texts for citizens: B1, *u*, active. Those for staff have a file for each screen. */
export const nl = {
  taalNaam: 'Nederlands',
  skip: 'Naar de inhoud',
  kruimelpad: 'Kruimelpad',
  titel: 'Mijn zaken',
  inloggen: 'Inloggen',
  uitloggen: 'Uitloggen',
  voorkeuren: 'Voorkeuren',
  team: (naam: string) => `Team ${naam}`,
  statusOnbekend: {
    omschrijving: 'Uw zaak is gewijzigd',
    antwoord: 'Er is iets veranderd in uw zaak.',
    statustekst: 'Wij kunnen u nog niet laten zien wat. Kijk later nog eens, of bel ons.',
  },
  footer: {
    label: 'Over deze site',
    toegankelijkheid: 'Toegankelijkheid',
    privacy: 'Privacy',
  },
  antwoord: {
    nietsTeDoen: 'U hoeft nu niets te doen.',
    opschorting: {
      antwoord: 'Wij wachten even met ons besluit.',
      uitleg: 'De termijn staat stil vanaf {vanaf}.',
      reden: (reden: string) => `De reden: ${reden}.`,
      einde:
        'Wij verwachten dat dit duurt tot en met {tot}. Daarna loopt de termijn weer. Dan hoort u wanneer wij uiterlijk beslissen.',
      afgesproken:
        'U stemde in met uitstel tot en met {tot}. Daarna loopt de termijn vanzelf weer. Dan hoort u wanneer wij uiterlijk beslissen.',
      voorbij:
        'U stemde in met uitstel tot en met {tot}. De beslistermijn loopt weer. U hoort van ons wanneer wij uiterlijk beslissen.',
      derden: {
        afgesproken:
          'Anderen kunnen reageren tot en met {tot}. Daarna loopt de termijn vanzelf weer. Dan hoort u wanneer wij uiterlijk beslissen.',
        voorbij:
          'Anderen konden reageren tot en met {tot}. De beslistermijn loopt weer. U hoort van ons wanneer wij uiterlijk beslissen.',
      },
      verder: 'Wij gaan verder met uw aanvraag.',
      wachtOpU: 'Wij wachten op u. Daarna gaan wij verder met uw aanvraag.',
      watNu:
        'Heeft u het gedaan? Laat het ons weten: bel ons, of kies bij uw zaak voor ‘Stel een vraag’. Weet u niet wat u moet doen? Bel ons.',
    },
    aanvulling: {
      kop: (aantal: number) =>
        aantal === 0
          ? 'Stuur ons uiterlijk {tot} de informatie die wij missen.'
          : `Stuur ons uiterlijk {tot} nog ${aantal === 1 ? '1 ding' : `${aantal} dingen`}.`,
      stuur: 'Stuur ons uiterlijk {tot}:',
      voorbij: {
        kop: (aantal: number) =>
          `De laatste dag is voorbij. Wij missen nog ${aantal === 0 ? 'informatie' : aantal === 1 ? '1 ding' : `${aantal} dingen`}.`,
        laatsteDag: 'De laatste dag om dit te sturen was {tot}.',
        misten: 'Wij misten:',
        rest: 'De rest stuurde u op tijd. Wij gaan na of alles er is.',
        gevolg: 'Wij kunnen besluiten uw aanvraag niet te behandelen.',
        nog: 'Heeft u het nog? Bel ons vandaag.',
      },
      gemeld: {
        kop: 'Wij ontvingen uw melding.',
        uitleg: 'Nu gaan wij na of alles er is. Missen wij nog iets? Dan vragen wij het u.',
        opTijd: 'U stuurde dit op tijd.',
        nagaan: 'Wij gaan na of alles er is.',
      },
      ontbreekt: 'Wij missen nog stukken. Stuur ze alsnog of bel ons.',
      binnen: (datum: string) => `Wij kregen dit op ${datum}.`,
      naarFormulier: 'Naar het formulier',
      inleveren: 'Zo levert u dit in',
      inleverenAnders: 'Of lever het zo in',
      inleverenMisschien: 'Moet u iets inleveren? Dat kan zo',
      zaaknummer: 'Zet uw zaaknummer erbij.',
      voor: 'voor',
      uitleg: 'De beslistermijn van uw aanvraag staat stil vanaf {vanaf}.',
      einde: 'De termijn loopt weer als wij alles hebben, of na de laatste dag.',
      gevolg: 'Krijgen wij niet alles op tijd? Dan kunnen wij besluiten uw aanvraag niet te behandelen.',
    },
    intrekking: 'Wij bekijken uw verzoek. Tot u van ons hoort, loopt uw aanvraag gewoon door.',
    teLaat: {
      kop: 'Wij zijn te laat met ons besluit.',
      sorry:
        'Wij moesten uiterlijk {fataal} beslissen. Dat is niet gelukt. Onze excuses. U krijgt zo snel mogelijk bericht.',
    },
    vertraagd: 'Ons besluit komt later. Wij verwachten uiterlijk {verwacht} te beslissen.',
    verwacht: 'Wij verwachten uiterlijk {verwacht} te beslissen.',
    reageren: 'U kunt reageren op ons ontwerpbesluit tot en met {reageren}. Schrijf ons een brief, of bel ons.',
    dwangsom: {
      bedrag: (bedrag: string) => `Wij waren te laat met ons besluit. Daarom krijgt u ${bedrag} van ons.`,
      grond: {
        te_vroeg: 'U krijgt geen vergoeding: onze termijn was nog niet voorbij toen wij uw ingebrekestelling kregen.',
        onredelijk_laat:
          'U krijgt geen vergoeding: uw ingebrekestelling kwam erg lang nadat wij hadden moeten beslissen.',
        geen_belanghebbende: 'U krijgt geen vergoeding: ons besluit gaat niet rechtstreeks over u.',
        kennelijk_niet_ontvankelijk:
          'U krijgt geen vergoeding: wij konden uw aanvraag niet behandelen, en dat was meteen duidelijk.',
        kennelijk_ongegrond: 'U krijgt geen vergoeding: het was meteen duidelijk dat wij uw aanvraag moesten afwijzen.',
      },
      betalen: 'Wij betalen dat uiterlijk {betalen}.',
      nietBetaald: 'Wij moesten dat uiterlijk {betalen} betalen. Kreeg u niets? Bel ons.',
      volgt: 'Ons besluit kwam te laat. Daarom krijgt u meestal een vergoeding.',
      hoort: 'Wij laten u uiterlijk {vaststellen} weten hoeveel. Wij betalen die uiterlijk {betalen}.',
      nietGezegd: 'Wij moesten u dat uiterlijk {vaststellen} laten weten. Bel ons.',
      bezwaar: 'Bent u het daar niet mee eens? Dan kunt u bezwaar maken tot en met {uiterlijk}.',
    },
    ingebreke: {
      kan: 'Wilt u niet langer wachten? Schrijf ons dan dat wij te laat zijn. Bij uw zaak vindt u een brief die u kunt gebruiken. Beslissen wij daarna niet binnen 2 weken, dan heeft u soms recht op een vergoeding.',
      wacht:
        'Wij ontvingen uw ingebrekestelling op {op}. Beslissen wij niet uiterlijk {uiterlijk}? Dan heeft u meestal recht op een vergoeding voor elke dag daarna, hoogstens 42 dagen.',
      loopt:
        'Wij ontvingen uw ingebrekestelling op {op}. Wij hebben niet uiterlijk {uiterlijk} beslist. Daarom heeft u meestal recht op een vergoeding voor elke dag daarna, hoogstens 42 dagen. Wij laten u weten hoeveel.',
      geenDwangsom: {
        kan: 'Wilt u niet langer wachten? Schrijf ons dan dat wij te laat zijn. Bij uw zaak vindt u een brief die u kunt gebruiken. Beslissen wij daarna niet binnen 2 weken, dan kunt u in beroep bij de rechtbank.',
        wacht:
          'Wij ontvingen uw ingebrekestelling op {op}. Beslissen wij niet uiterlijk {uiterlijk}? Dan kunt u in beroep bij de rechtbank.',
        loopt:
          'Wij ontvingen uw ingebrekestelling op {op}. Wij hebben niet uiterlijk {uiterlijk} beslist. Daarom kunt u in beroep bij de rechtbank.',
      },
      bedragen: ([eerste = '', tweede = '', laatste = '']: string[]) =>
        `De vergoeding is ${eerste} per dag in de eerste 2 weken, ${tweede} in de 2 weken daarna en ${laatste} in de laatste 2 weken.`,
    },
  },
  doorzending: {
    geheel: (op: string, naar: string) =>
      `Wij stuurden uw aanvraag op ${op} door naar ${naar}. Zij behandelen uw aanvraag verder. U hoort van hen.`,
    deels: (op: string, naar: string) =>
      `Wij stuurden een deel van uw aanvraag op ${op} door naar ${naar}. Over dat deel hoort u van hen. De rest behandelen wij zelf.`,
  },
  rechtsmiddel: {
    bezwaar: {
      besluit: 'Bent u het niet eens met het besluit? Dan kunt u bezwaar maken tot en met {uiterlijk}.',
      intrekking: 'Bent u het niet eens met de intrekking? Dan kunt u bezwaar maken tot en met {uiterlijk}.',
      hoe: 'Zo maakt u bezwaar',
      voorbij: {
        besluit: 'U kon bezwaar maken tegen het besluit tot en met {uiterlijk}. Die termijn is voorbij.',
        intrekking: 'U kon bezwaar maken tegen de intrekking tot en met {uiterlijk}. Die termijn is voorbij.',
      },
      kan: 'Bezwaar maken kan tot en met',
      kon: 'Bezwaar maken kon tot en met',
    },
    beroep: {
      besluit:
        'Bent u het niet eens met het besluit? Dan kunt u in beroep gaan bij de rechtbank tot en met {uiterlijk}. In het besluit staat hoe.',
      intrekking:
        'Bent u het niet eens met de intrekking? Dan kunt u in beroep gaan bij de rechtbank tot en met {uiterlijk}.',
      voorbij: {
        besluit: 'U kon in beroep gaan tegen het besluit tot en met {uiterlijk}. Die termijn is voorbij.',
        intrekking: 'U kon in beroep gaan tegen de intrekking tot en met {uiterlijk}. Die termijn is voorbij.',
      },
      kan: 'In beroep gaan kan tot en met',
      kon: 'In beroep gaan kon tot en met',
    },
  },
  vanRechtswege: {
    antwoord: 'Uw aanvraag is volgens de wet goedgekeurd.',
    verleend: (datum: string, vanaf: string) =>
      `Wij hebben niet op tijd beslist. Volgens de wet is uw aanvraag daarom goedgekeurd op ${datum}. Dat geldt vanaf ${vanaf}.`,
    bevestigen: 'Wij sturen u dit uiterlijk {bekend}.',
    teLaat: 'Wij moesten u dit uiterlijk {bekend} sturen. Dat is niet gelukt. Onze excuses.',
    kan: 'Wilt u niet langer wachten? Schrijf ons dan dat wij te laat zijn. Bij uw zaak vindt u een brief die u kunt gebruiken. Sturen wij het daarna niet binnen 2 weken, dan heeft u meestal recht op een vergoeding.',
    ingebreke:
      'Wij ontvingen uw ingebrekestelling op {op}. Sturen wij u dit niet uiterlijk {uiterlijk}? Dan heeft u meestal recht op een vergoeding voor elke dag daarna, hoogstens 42 dagen.',
    geldt: (datum: string) =>
      `Volgens de wet is uw aanvraag goedgekeurd op ${datum}, omdat wij niet op tijd beslisten.`,
    vervallen: {
      beslist:
        'Wij schreven u eerder dat uw aanvraag volgens de wet is goedgekeurd. Dat klopt niet: wij hadden op tijd beslist. Onze excuses.',
      termijn:
        'Wij schreven u eerder dat uw aanvraag volgens de wet is goedgekeurd. Dat klopt niet: de termijn voor ons besluit was nog niet voorbij. Onze excuses.',
    },
  },
  document: {
    titel: 'Documenten',
    nieuw: 'Nieuw',
    downloaden: (titel: string) => `Download ${titel}`,
    bekijk: 'Bekijk hier',
    onbereikbaar: 'Wij kunnen dit document nu niet ophalen. Probeer het straks opnieuw.',
    druk: 'Er worden nu te veel documenten tegelijk opgehaald. Probeer het over een minuut opnieuw.',
    onvolledig: {
      onbereikbaar: 'Wij kunnen nu niet al uw documenten laten zien. Probeer het straks opnieuw.',
      te_veel: 'Hier staan alleen de nieuwste documenten. Wilt u een ouder document? Vraag het ons.',
    },
  },
  besluit: {
    nogNiet: {
      omschrijving: 'Wij hebben een besluit genomen',
      antwoord: 'Wij hebben een besluit genomen.',
      komt: 'Wij sturen u het besluit op {bekend}. Dan leest u hier wat wij besloten.',
    },
    geldt: (datum: string, naam: string | undefined, vanaf: string | null) =>
      `Ons besluit van ${datum} geldt${vanaf ? ` vanaf ${vanaf}` : ''}${naam ? `: ${naam.charAt(0).toLowerCase()}${naam.slice(1)}` : ''}.`,
    geldtVanTot: 'Ons besluit geldt van {vanaf} tot en met {tot}.',
    geldtVanaf: 'Ons besluit geldt vanaf {vanaf}.',
    titel: 'Wat wij besloten',
    naam: 'Besluit',
    hoe: 'Hoe is dit besloten?',
    vanRechtswege: 'Door de wet, omdat wij niet op tijd beslisten.',
    stand: 'Geldt dit nog?',
    datum: 'Datum van het besluit',
    bekend: 'Bekendgemaakt op',
    terInzage: 'Ter inzage gelegd op',
    vanaf: 'Geldt vanaf',
    nietMeer: 'Geldt niet meer vanaf',
    intrekkingBekend: 'Intrekking bekendgemaakt op',
    vervalreden: {
      tijdelijk: 'Dit besluit geldt voor een bepaalde tijd.',
      ingetrokken_overheid: 'Wij hebben dit besluit ingetrokken.',
      ingetrokken_belanghebbende: 'Dit besluit is ingetrokken omdat u dat vroeg.',
      vervangen: 'Nee, er is een nieuw besluit voor in de plaats gekomen.',
    },
    ingetrokken: 'Wij hebben ons besluit ingetrokken.',
    afgelopen: 'Ons besluit geldt niet meer.',
    geldtTot: (datum: string, vervalt: string) => `Ons besluit van ${datum} geldt niet meer vanaf ${vervalt}.`,
  },
  duur: {
    titel: 'Hoe lang duurt dit meestal?',
    helft: (helft: string, meeste: string) =>
      `De helft van deze aanvragen is binnen ${helft} klaar, 9 van de 10 binnen ${meeste}.`,
    meeste: (meeste: string) => `9 van de 10 van deze aanvragen zijn binnen ${meeste} klaar.`,
    weken: (n: number) => (n === 1 ? '1 week' : `${n} weken`),
    staatStil: {
      nu: 'De termijn van uw aanvraag staat nu stil. Die tijd telt hier niet mee.',
      geweest: 'De tijd dat de termijn van uw aanvraag stilstond, telt hier niet mee.',
    },
    geenBelofte: 'Dit is geen belofte.',
    geenBelofteMaar: (date: string) => `Dit is geen belofte: de wet geeft de gemeente tot en met ${date}.`,
    bron: (aantal: number) => `Wij keken naar ${aantal} aanvragen uit het afgelopen jaar.`,
  },
  vers: { zojuist: 'Zojuist gewijzigd', nieuw: 'Nieuw' },
  stap: {
    reden: 'De reden:',
    geldtNietMeer: 'Dit geldt niet meer:',
  },
  tijdlijn: {
    klaar: 'Klaar:',
    nu: 'Nu',
    komt: 'Komt nog:',
    teruggenomen: 'Teruggedraaid:',
    hersteld: (status: string | undefined) =>
      `Wij maakten een fout.${status ? ` Uw aanvraag is weer bij: ${status}` : ''}`,
    reden: (reden: string) => `Reden: ${reden}.`,
    verstuurdOp: (date: string) => `Wij stuurden u dit op ${date}.`,
    ingetrokkenOp: (date: string) => `Uw zaak is geëindigd op ${date}.`,
    verwachtTot: (date: string) => `Wij verwachten dat dit duurt tot en met ${date}.`,
    duurtTot: (date: string) => `Dit duurt tot en met ${date}.`,
    verwacht: 'Wij verwachten dit op',
    uiterlijk: 'Uiterlijk',
    stuurUiterlijk: (date: string) => `Stuur ons uiterlijk ${date}:`,
    uHoort: (nieuw: string) => `U hoort uiterlijk ${nieuw} van ons.`,
    eerst: 'Eerst was dat {oud}.',
    datumBleef: (date: string) => `De uiterste datum voor ons besluit bleef ${date}.`,
    datumWerd: (nieuw: string) => `De uiterste datum voor ons besluit werd ${nieuw}.`,
  },
  menu: {
    knop: 'Menu',
    label: 'Mijn omgeving',
    zaken: 'Mijn zaken',
    berichten: 'Berichten',
    gegevens: 'Mijn gegevens',
    nieuw: 'nieuw',
  },
  bladeren: { menu: 'Bladeren', vorige: 'Nieuwer', volgende: 'Ouder' },
  berichten: {
    titel: 'Berichten',
    intro: 'Hier leest u wat er in uw zaken is veranderd. Het nieuwste bericht staat bovenaan.',
    nieuw: 'Nieuw',
    leeg: 'U heeft nog geen berichten.',
    leegUitleg: 'Verandert er iets in een zaak van u? Dan leest u dat hier.',
    binnen: 'Wij kregen:',
    beslist: 'Wij beslissen uiterlijk {fataleDatum}.',
    teruggenomen: 'Dit klopte niet. Wij hebben het hersteld.',
  },
  zaken: {
    intro: 'Dit zijn uw aanvragen bij de gemeente.',
    mail: {
      geweigerd: {
        titel: 'Onze mail komt niet aan',
        uitleg: 'U krijgt nu geen mail over uw zaken. Kijk of uw e-mailadres klopt.',
      },
      te_bevestigen: {
        titel: 'Bevestig uw e-mailadres',
        uitleg: 'U krijgt nog geen mail over uw zaken. Open eerst de link in de mail die wij u stuurden.',
      },
      nieuw_geweigerd: {
        titel: 'Onze mail komt niet aan op uw nieuwe e-mailadres',
        uitleg: 'Wij mailen u daarom nog op uw oude adres. Kijk of het nieuwe adres klopt.',
      },
      nieuw_te_bevestigen: {
        titel: 'Bevestig uw nieuwe e-mailadres',
        uitleg: 'Wij mailen u nog op uw oude adres. Open de link in de mail die wij naar het nieuwe adres stuurden.',
      },
      naarVoorkeuren: 'Naar uw voorkeuren',
    },
    vraagtIets: 'U moet iets doen',
    kan: 'U kunt nog iets doen',
    nieuw: 'Nieuw sinds uw vorige bezoek',
    open: 'Lopende zaken',
    afgerond: 'Afgeronde zaken',
    geenOpen: 'U heeft nu geen lopende zaken.',
    leeg: 'U heeft nog geen zaken.',
    leegUitleg:
      'Heeft u net iets aangevraagd? Dan staat uw aanvraag hier meestal binnen een uur. Staat uw aanvraag hier morgen nog niet? Bel ons dan.',
    datum: {
      beslist: 'Wij beslissen uiterlijk',
      hadBeslist: 'Wij moesten beslissen uiterlijk op',
      geldtVanaf: 'Goedgekeurd, geldt vanaf',
      afgerondOp: 'Afgerond op',
      staatStil: 'De beslistermijn staat stil vanaf',
      aanvullenVoor: 'Stuur uw informatie uiterlijk',
      aanvullenWas: 'De laatste dag om te sturen was',
    },
    uMoetIetsDoen: 'U moet iets doen',
    zoeken: 'Zoek in uw zaken',
    zoekenUitleg: 'Op de naam, de soort of het zaaknummer.',
    zoek: 'Zoek',
    wis: 'Toon alle zaken',
    nietGevonden: (zoek: string) => `Wij vinden geen zaak met ‘${zoek}’.`,
    nietGevondenUitleg: 'Kijk of u het goed heeft getypt, of zoek met minder woorden.',
    meer: (getoond: string, aantal: string) => `U ziet ${getoond} van ${aantal} zaken. Zoek om de andere te vinden.`,
    jaar: (jaar: string, aantal: string) => `${jaar} (${aantal})`,
    kolom: { zaak: 'Zaak', stand: 'Hoe staat het ervoor?', datum: 'Datum' },
  },
  zaak: {
    terug: 'Terug naar uw aanvraag',
    waar: 'Waar staat uw aanvraag?',
    gegevens: 'Gegevens',
    ingediend: 'Ingediend op',
    beslist: 'Wij beslissen uiterlijk',
    streef: 'Wij verwachten ons besluit op',
    hadBeslist: 'Wij moesten uiterlijk beslissen op',
    vanDeWet: (isPast: boolean) => `(dat ${isPast ? 'moest' : 'moet'} van de wet)`,
    staatStil: 'Beslistermijn staat stil vanaf',
    verwachtTot: 'Naar verwachting tot en met',
    uitstelTot: 'Uitstel tot en met',
    reagerenTot: 'Reageren op ons ontwerpbesluit kan tot en met',
    aanvullenVoor: 'Stuur uw informatie uiterlijk',
    afgerondOp: 'Afgerond op',
    bekendmaking: {
      gebeurd: { besluit: 'Besluit aan u verstuurd op', intrekking: 'Intrekking aan u verstuurd op' },
      komt: { besluit: 'Wij sturen u het besluit op', intrekking: 'Wij sturen u de intrekking op' },
    },
    team: 'Behandeld door',
    vraag: { before: 'Vraag? Bel', after: 'en noem uw zaaknummer.' },
    gewijzigd: (moment: string) => `Laatst gewijzigd: ${moment}.`,
  },
  gelezen: {
    uitleg: 'Heeft u alles gelezen? Dan staat dit niet meer bij nieuw. De gemeente weet dan dat u het heeft gezien.',
    uitlegNamens:
      'Heeft u alles gelezen? De gemeente weet dan dat een gemachtigde het heeft gezien. Voor de persoon zelf blijft het nieuw.',
    knop: 'Ik heb dit gelezen',
  },
  inzending: {
    titel: 'Wat u ons liet weten',
    gestuurd: 'Ik heb dit gestuurd',
    allesGestuurd: 'Ik heb alles gestuurd',
    gemeld: 'U meldde dat u dit heeft gestuurd.',
    terugTot: (tijd: string) => `Klopt uw melding niet? U kunt die hieronder terugnemen tot ${tijd} uur.`,
    ontvangen: (moment: string) => `Wij ontvingen dit: ${moment}.`,
    nummer: 'Nummer:',
    aanvulling: 'U meldde dat u dit heeft gestuurd:',
    nogTeSturen: 'Wij missen nog:',
    terugnemen: {
      kan: (tijd: string) => `Klopt dit niet? U kunt uw melding terugnemen tot ${tijd} uur.`,
      knop: 'Neem deze melding terug',
      teLaat:
        'Terugnemen kan niet meer: wij gaven uw melding al door aan wie uw aanvraag behandelt. Klopt de melding niet? Bel ons en noem het nummer.',
      gedaan: (moment: string) => `U nam deze melding terug: ${moment}. De behandelaar heeft de melding niet gekregen.`,
    },
    uitkomst: {
      no_longer_asked:
        'Toen uw melding bij ons binnenkwam, wachtte uw zaak er niet meer op. Wilt u weten wat dat voor u betekent? Bel ons en noem het nummer.',
      refused: 'Wij kunnen dit niet verwerken. Bel ons en noem het nummer.',
      closed: 'Uw aanvraag was al afgerond toen dit bij ons binnenkwam. Intrekken kon niet meer.',
    },
    intrekking: 'U vroeg ons om uw aanvraag in te trekken.',
    vraag: 'U vroeg ons:',
    vraagWacht: 'Een medewerker beantwoordt uw vraag. U krijgt hier antwoord, en een bericht.',
    vraaguitkomst: {
      requested_already:
        'U stelde ons al een andere vraag. Deze is niet doorgegeven aan wie uw aanvraag behandelt. Wacht op ons antwoord, of bel ons.',
      refused: 'Wij kunnen uw vraag niet verwerken. Bel ons en noem het nummer.',
      closed: 'Uw aanvraag was al afgerond toen uw vraag bij ons binnenkwam. Bel ons.',
    },
    wacht: 'Een medewerker bekijkt dit. U ziet hier wat wij doen.',
    gewijzigd: {
      titel: 'Uw zaak is net veranderd',
      uitleg: 'Wij hebben nog niets opgeslagen. Kijk eerst wat er nu staat. Klopt het nog? Probeer het dan opnieuw.',
    },
  },
  vraag: {
    titel: 'Stel een vraag',
    link: 'Stel een vraag over uw aanvraag',
    uitleg:
      'Uw vraag gaat naar wie uw aanvraag behandelt. Het antwoord leest u hier. U krijgt daarover bericht, net als over ander nieuws.',
    bel: { before: 'Heeft het haast? Bel', after: 'en noem uw zaaknummer.' },
    veld: 'Uw vraag',
    hint: (most: number) =>
      `Hoogstens ${most} tekens. Schrijf geen burgerservicenummer (BSN) op: wij weten al wie u bent.`,
    knop: 'Verstuur uw vraag',
    bezig: 'Uw vraag wordt verstuurd…',
    gevraagd: (moment: string) => `Wij ontvingen uw vraag: ${moment}.`,
    eerst: 'U kunt een nieuwe vraag stellen als wij deze hebben beantwoord.',
    afgerond: 'Uw aanvraag is afgerond. Hier kunt u er geen vraag meer over stellen.',
    fout: {
      leeg: 'Schrijf uw vraag op.',
      teLang: (most: number) => `Uw vraag is te lang. Gebruik hoogstens ${most} tekens.`,
      teken: 'In uw vraag staat een teken dat wij niet kunnen bewaren. Haal dat weg.',
      nuNiet:
        'Wij kunnen uw vraag nu niet aannemen. Uw vorige vraag wacht nog op antwoord, of uw aanvraag is net afgerond.',
    },
  },
  gestuurd: {
    titel: 'Heeft u dit gestuurd?',
    hierom: 'U meldt ons dat u dit heeft gestuurd of gebracht:',
    uitleg: 'Met deze melding stuurt u zelf niets. Meld het pas als u het echt heeft gestuurd of gebracht.',
    terugnemen: (tijd: string) => `Vergist u zich? U kunt uw melding terugnemen tot ${tijd} uur.`,
    nietTerug: 'U kunt uw melding niet terugnemen: de laatste dag is bijna voorbij, dus wij geven die meteen door.',
    knop: 'Ja, ik heb dit gestuurd',
    knopAlles: 'Ja, ik heb alles gestuurd',
    annuleren: 'Nee, nog niet',
    niets: 'Er is nu niets om te melden. Misschien meldde u het al, of is uw zaak net veranderd.',
  },
  intrekken: {
    titel: 'Aanvraag intrekken',
    uitleg: 'U kunt ons vragen om met uw aanvraag te stoppen. Een medewerker bekijkt uw verzoek.',
    gevolgen: [
      'Gaan wij akkoord? Dan stoppen wij en nemen wij geen besluit.',
      'Wilt u het later toch? Dan moet u opnieuw een aanvraag doen.',
      'Totdat u van ons hoort, loopt uw aanvraag gewoon door.',
    ],
    leges:
      'Soms moet u ook na het intrekken leges betalen: de kosten voor het werk dat wij al deden. Bel ons als u dit eerst wilt weten.',
    vraag: 'Weet u zeker dat u uw aanvraag wilt intrekken?',
    knop: 'Ja, vraag om intrekken',
    annuleren: 'Nee, ga terug',
    gevraagd: (moment: string) => `Wij ontvingen uw verzoek om in te trekken: ${moment}.`,
    afgerond: 'Uw aanvraag is al afgerond. Intrekken kan niet meer.',
  },
  live: {
    verbinding: {
      open: 'Deze pagina werkt zichzelf bij.',
      interrupted: 'Geen verbinding. Wij proberen het opnieuw.',
      onzeker: 'Wij kunnen nu niet zien of er iets is veranderd.',
      behind: 'De nieuwste stand komt nog niet binnen. Wij proberen het opnieuw.',
      outdated: 'Onze site is vernieuwd.',
      opnieuw: 'Laad de pagina opnieuw',
      stand: 'Stand van {moment}.',
      vandaag: 'vandaag, {tijd}',
      nieuws: 'Er staat iets nieuws boven aan deze pagina',
    },
    gewijzigd: { before: 'De status van', after: (status: string) => ` is nu: ${status}.` },
    onbekend: { before: 'Er is iets veranderd in', after: '.' },
  },
  sessie: {
    locale: 'nl-NL',
    stil: {
      titel: 'Bent u er nog?',
      uitleg:
        'U heeft een tijd niets gedaan. Om {tijd} uur loggen wij u uit. Zo kan niemand anders uw gegevens zien. Bent u er nog? Blijf dan ingelogd.',
      blijf: 'Blijf ingelogd',
    },
    langst: {
      titel: 'U bent bijna 2 uur ingelogd',
      uitleg:
        'Om {tijd} uur loggen wij u uit. Voor uw veiligheid duurt inloggen nooit langer dan 2 uur. Log daarna opnieuw in. Dan gaat u verder waar u was.',
      blijf: 'Ik begrijp het',
    },
    getypt: 'Heeft u iets getypt? Dat bewaren wij op dit apparaat, tot u weer inlogt of dit tabblad sluit.',
    terug: 'Wat u had getypt, staat weer in het formulier.',
    zonderJavaScript:
      'Doet u 15 minuten niets? Dan loggen wij u uit. Maar deze pagina blijft dan op uw scherm staan. Bent u klaar? Log dan zelf uit en sluit de pagina.',
    uitloggen: 'Uitloggen',
  },
  start: {
    titel: 'Waar wilt u heen?',
    mijn: 'Mijn zaken',
    mijnUitleg: 'Voor inwoners: zie hoe het staat met uw aanvraag.',
    balie: 'Balie',
    balieUitleg: 'Voor medewerkers: behandel zaken en wijzig een status.',
    ontwikkelaars: 'Voor ontwikkelaars',
    ontwikkelaarsUitleg: 'Voor leveranciers: ontvang onze berichten en gebruik de API.',
    demo: 'Demo',
    demoUitleg: 'Beide kanten op één scherm, met de berichten ertussen.',
  },
  nietGevonden: {
    titel: 'Deze pagina bestaat niet',
    uitleg: 'Misschien is de link oud, of hoort deze pagina bij iemand anders.',
    naarStart: 'Naar het begin',
    naarMijn: 'Naar Mijn zaken',
    bel: { before: 'Komt u er niet uit? Bel', after: '.' },
  },
  storing: {
    titel: 'Deze pagina doet het nu niet',
    uitleg: 'Dat ligt aan ons, niet aan u. Uw gegevens zijn veilig. Probeer het over een paar minuten opnieuw.',
    opnieuw: 'Probeer opnieuw',
    bel: { before: 'Lukt het dan nog niet? Bel', after: '.' },
  },
}

export type Texts = typeof nl
