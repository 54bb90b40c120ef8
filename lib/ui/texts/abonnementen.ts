import { abonnementErrors, abonnementForm } from './abonnement-form.ts'

export const aantal = (n: number, een: string, meer: string) => `${n.toLocaleString('nl')} ${n === 1 ? een : meer}`

/** Suppliers read these texts too, about their own abonnementen. */
export const cijfers = {
  nu: 'Nu en de laatste 24 uur',
  wachtend: 'Wachtend',
  oudste: (duur: string) => `oudste: ${duur}`,
  geslaagd: 'Geslaagd 24 u',
  geenPogingen: 'niets verstuurd',
  uit: (geslaagd: number, totaal: number) => `${geslaagd.toLocaleString('nl')} van ${totaal.toLocaleString('nl')}`,
  laatsteFout: 'Laatste fout',
  geenFout: 'geen',
  nietBezorgd: 'Niet bezorgd',
  overgeslagen: 'Overgeslagen',
  per: 'Pogingen per uur',
  grafiek: (geslaagd: number, mislukt: number) =>
    `In de laatste 24 uur: ${geslaagd.toLocaleString('nl')} geslaagd en ${mislukt.toLocaleString('nl')} mislukt.`,
  grafiekLeeg: 'In de laatste 24 uur is niets verstuurd.',
  geslaagdLegenda: 'geslaagd',
  misluktLegenda: 'mislukt',
  hoogste: (n: number) => `hoogste uur: ${aantal(n, 'poging', 'pogingen')}`,
  cijfersPerUur: 'Toon de cijfers per uur',
  uur: 'Uur',
  p95: '95 % binnen',
  /** shown when there is no figure */
  niets: '–',
}

export type CijferTexts = typeof cijfers

const berichten = (n: number) => aantal(n, 'bericht', 'berichten')

/** Texts of the desk's abonnementen, for a beheerder, so Dutch only. Suppliers read some of them too. */
export const abonnementen = {
  titel: 'Abonnementen',
  uitleg: 'Andere systemen die van ons berichten krijgen over zaken.',
  nieuw: 'Nieuw abonnement',
  leeg: 'Er zijn nog geen abonnementen',
  leegUitleg: 'Geen enkel systeem krijgt nu bericht van wijzigingen. Maak een abonnement voor het eerste systeem.',

  kolom: {
    abonnement: 'Abonnement',
    status: 'Status',
    bezorging: 'Bezorging',
  },
  dag: {
    titel: 'De laatste 24 uur',
    perMinuut: 'Pogingen per minuut',
    bijschrift: 'gemiddeld per kwartier',
    traagste: (duur: string) => `In het traagste kwartier was 95 % binnen ${duur} bezorgd.`,
    bezorgd: 'van wat is bezorgd',
    cijfers: 'Toon de cijfers per kwartier',
    kwartier: 'Kwartier',
    falend: 'Mislukte pogingen per abonnement',
    nietsMislukt: 'In de laatste 24 uur is geen poging mislukt.',
    mislukt: 'Mislukt',
    nu: 'nu',
  },

  status: {
    wacht_op_toestemming: 'wacht op toestemming',
    actief: 'actief',
    geweigerd: 'geweigerd',
    gepauzeerd: 'gepauzeerd',
    uitgeschakeld: 'uitgeschakeld',
  },
  handshakeMislukt: 'De ontvanger gaf niet opnieuw toestemming',
  faaltSinds: (moment: string) =>
    `Sinds ${moment} lukte geen poging. Lukt er vijf dagen lang geen, dan schakelt het zaaksysteem dit uit.`,
  /** the meaning of the status and the next step; `actief` needs none */
  watNu: {
    wacht_op_toestemming: 'De ontvanger gaf nog geen toestemming. Komt die niet? Vraag het dan opnieuw.',
    geweigerd: 'Er gaat niets naar deze ontvanger. Los het op en vraag dan opnieuw toestemming.',
    gepauzeerd: 'Nieuwe berichten slaan wij over, maar wij bewaren ze. Hervat als de ontvanger er klaar voor is.',
    uitgeschakeld:
      'Nieuwe berichten slaan wij over, maar wij bewaren ze. Vraag opnieuw toestemming als de ontvanger weer werkt.',
  },
  statusreden: {
    gone: 'De ontvanger zei dat dit adres niet meer bestaat (410).',
    failing: 'Vijf dagen lang kwam geen enkel bericht aan.',
    client_revoked: 'De API-client van dit abonnement is ingetrokken.',
    client_expired: 'De API-client van dit abonnement is verlopen.',
  } as Record<string, string>,
  /** replaces `watNu` for these reasons */
  watNuBijReden: {
    client_revoked:
      'Er gaat niets meer naar deze ontvanger. Heeft niemand het abonnement nog nodig? Verwijder het dan.',
    client_expired:
      'Nieuwe berichten slaan wij over, maar wij bewaren ze. Geef de API-client een latere einddatum. Dan gaat dit abonnement vanzelf verder.',
  } as Record<string, string>,
  bezorgstand: {
    niet: 'bezorgt niet',
    faalt: 'komt niet aan',
    open: 'wacht',
    halfopen: 'probeert weer',
    normaal: 'bezorgt normaal',
  },
  veelMislukt: 'Er mislukt te veel',
  blijftActief: 'Dit abonnement blijft actief. De toestemming van eerder geldt nog.',
  circuitUitleg: {
    open: (tot: string) => `Wij wachten tot ${tot} en proberen dan één bericht.`,
    halfopen: () => 'Wij proberen één bericht. Lukt dat, dan gaan de andere weer mee.',
  },

  melding: {
    titel: 'Meldingen',
    zonderNaam: 'Abonnement zonder naam',
    falend: (deel: string) => `Er komt niets aan. Na vijf dagen schakelen wij uit; ${deel} % van die tijd is voorbij.`,
    uitgeschakeld: 'Uitgeschakeld.',
    mislukt: 'Een bericht is na de laatste poging niet aangekomen. Wij proberen het niet meer vanzelf.',
    handshake: 'Wij vroegen opnieuw om toestemming en kregen geen goed antwoord. Het abonnement blijft zoals het was.',
    ingetrokken: 'De ontvanger trok de toestemming in. Er gaat niets meer heen en wij bewaren er niets voor.',
    clientcertificate: (tot: string) =>
      `Het clientcertificaat is geldig tot ${tot}. Daarna laat de ontvanger ons misschien niet meer binnen. Zet op tijd een nieuw bij dit abonnement.`,
    gezien: 'Gezien',
    gezienVan: (naam: string) => ` melding van ${naam}`,
  },

  formulier: abonnementForm,
  fout: abonnementErrors,

  geheim: {
    titel: 'Het geheim: u ziet het één keer',
    label: 'Geheim',
    kopieer: 'Kopieer',
    gekopieerd: 'Gekopieerd',
    kwijt: 'Bent u het kwijt? Maak dan een nieuw geheim.',
    naar: 'Naar het abonnement',
    nieuw: 'Nieuw geheim',
    overlap: 'Hoe lang werkt het oude geheim nog?',
    overlap24: 'Nog 24 uur',
    overlap0: 'Direct niet meer',
    maak: 'Maak nieuw geheim',
    uitleg: 'Kopieer het nu en geef het veilig aan de beheerder van de ontvanger. Niet per e-mail.',
    geen: 'Een geheim is niet nodig. De ontvanger haalt onze openbare sleutel op.',
    nieuwUitleg: 'U ziet het nieuwe geheim één keer. De ontvanger moet het daarna gaan gebruiken.',
    overlap24Uitleg: 'Beide geheimen werken. De ontvanger heeft een dag om te wisselen.',
    overlap0Uitleg: 'Kies dit als het geheim is gelekt. Berichten mislukken tot de ontvanger heeft gewisseld.',
    oud24: 'Het oude geheim werkt nog 24 uur. Daarna stopt het vanzelf.',
    oud0: 'Het oude geheim werkt niet meer. Laat de ontvanger nu meteen wisselen.',
  },

  handshake: {
    opgeslagen: (naam: string) => `‘${naam}’ is opgeslagen`,
    wacht_op_toestemming: 'De ontvanger heeft nog niet beslist. Het abonnement wacht op toestemming.',
    geweigerd: (waarom: string) => `Er is geen toestemming. ${waarom}`,
  },

  acties: {
    titel: 'Wat wilt u doen?',
    vraagToestemming: 'Vraag opnieuw toestemming',
    vraagt: 'Wij vragen het de ontvanger…',
    bezig: 'Bezig…',
    annuleren: 'Annuleren',
    pauzeer: 'Pauzeer',
    hervat: 'Hervat',
    nieuwGeheim: 'Nieuw geheim',
  },

  detail: {
    wijzig: 'Wijzig',
    verwijder: 'Verwijder',
    instellingen: 'Instellingen',
    ondertekening: 'Ondertekening',
    oudGeheim: 'Oud geheim',
    werktTot: (moment: string) => `werkt nog tot ${moment}`,
    geenContact: 'alleen de beheerder',
    client: 'Gemaakt door',
    alleTypes: 'alle soorten',
    alleZaaktypen: 'alle zaaktypen',
    alleStatussen: 'maakt niet uit',
    standaardschema: 'standaard',
    onbeperkt: 'onbeperkt',
    protocol: 'Verzending',
    elkeStream: 'welke het subject ook bewaart',
    snelheidNats: 'bepaalt de server',
    snelheid: 'Toegestane snelheid',
    perMinuut: (n: number) => `${n.toLocaleString('nl')} per minuut`,
    aangemaakt: 'Gemaakt op',
    bevestigd: 'Toestemming op',
    laatste: 'Laatste bezorgingen',
    alle: 'Alle bezorgingen van dit abonnement',
  },

  gedaan: {
    gepauzeerd: 'Gepauzeerd. Nieuwe berichten slaan wij over tot u hervat.',
    hervat: 'Hervat. Nieuwe berichten gaan weer mee.',
    toestemming: 'De ontvanger gaf toestemming. Het abonnement is actief.',
    gewijzigd: 'De wijzigingen zijn opgeslagen.',
    verwijderd: 'Het abonnement is verwijderd.',
    hersteld: 'Het herstel is begonnen.',
    herstelKlaar: 'Het herstel is klaar. Wat niet was aangekomen, gaat opnieuw op weg.',
    nietsTeHerstellen: 'Sinds dat tijdstip is alles aangekomen. Er is niets te herstellen.',
  },

  herstel: {
    titel: 'Herstel vanaf een tijdstip',
    uitleg: 'Alles wat sinds dat tijdstip niet is aangekomen, sturen wij opnieuw. Wat wel aankwam niet.',
    vanaf: 'Vanaf',
    knop: 'Herstel',
    bezig: 'Bezig…',
    aanbod: (n: number) => `${berichten(n)} ${n === 1 ? 'is' : 'zijn'} overgeslagen.`,
    knopSinds: (moment: string) => `Herstel wat is overgeslagen sinds ${moment}`,
    loopt: (vanaf: string) => `Herstel vanaf ${vanaf}`,
    door: (naam: string) => `gevraagd door ${naam}`,
    voortgang: (klaar: number, totaal: number) =>
      `${klaar.toLocaleString('nl')} van ${berichten(totaal)} opnieuw klaargezet`,
    foutLeeg: 'Vul een datum en een tijd in.',
    foutToekomst: 'Kies een tijdstip in het verleden.',
    foutBezig: 'Er loopt al een herstel. Wacht tot dat klaar is.',
    foutStatus: 'Herstellen kan alleen bij een actief abonnement. Hervat het eerst of vraag opnieuw toestemming.',
  },

  proef: {
    titel: 'Stuur een proefbericht',
    soort: 'Soort bericht',
    knop: 'Stuur proefbericht',
    bezig: 'Wij wachten op het antwoord…',
    mislukt: (waarom: string, duur: string) => `Het proefbericht is niet aangekomen: ${waarom}, na ${duur}`,
    foutSoort: 'Kies een soort bericht uit de lijst.',
    foutVaak: (seconden: number) => `U stuurde er net een paar. Wacht ${seconden} seconden.`,
    uitleg:
      'Wij sturen één verzonnen bericht, dat zegt dat het een proef is. Zo ziet u meteen wat de ontvanger antwoordt. Het telt niet mee bij de bezorgingen.',
    aangekomen: (duur: string) => `Het proefbericht is aangekomen. De ontvanger antwoordde na ${duur}.`,
    nummer: (id: string) => `Nummer van het proefbericht: ${id}`,
    foutStatus: 'De ontvanger gaf geen toestemming. Vraag het eerst opnieuw.',
  },

  verwijderen: {
    titel: (naam: string) => `‘${naam}’ verwijderen?`,
    uitleg: 'Dit kunt u niet ongedaan maken. U verliest:',
    wachtend: (n: number) => `${berichten(n)} die nog niet ${n === 1 ? 'is' : 'zijn'} aangekomen`,
    dodeBrieven: (n: number) => aantal(n, 'bericht niet bezorgd', 'berichten niet bezorgd'),
    overgeslagen: (n: number) => `${aantal(n, 'overgeslagen bericht', 'overgeslagen berichten')}`,
    geschiedenis: 'de geschiedenis van alle bezorgingen en meldingen',
    geheim: 'het geheim; een nieuw abonnement krijgt een ander',
    zaken: 'De zaken zelf blijven bestaan. Wilt u alleen even stoppen? Pauzeer dan.',
    knop: 'Verwijder definitief',
  },
}
