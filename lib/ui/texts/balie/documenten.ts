/** Texts of the documents of a zaak at the desk. */
export const documenten = {
  titel: 'Documenten',
  druk: 'Er worden nu te veel documenten tegelijk geopend. Probeer het over een minuut opnieuw.',
  onbereikbaar: 'Dit document is nu niet te openen: de opslag geeft geen antwoord. Probeer het later opnieuw.',
  weg: 'Dit document is niet te openen. Het bestand is er niet meer, of het is beschadigd. Meld dit aan de beheerder.',
  geen: 'Deze zaak heeft nog geen documenten.',
  document: 'Document',
  bekijk: 'Bekijk hier',
  richting: 'Richting',
  richtingen: { inkomend: 'Inkomend', uitgaand: 'Uitgaand', intern: 'Intern' },
  datum: 'Datum',
  grootte: 'Grootte',
  aanvrager: 'De aanvrager',
  versie: (versie: number) => `versie ${versie}`,
  gevraagd: (naam: string) => `gevraagd: ${naam}`,
  vanAanvrager: 'Stuurde het zelf',
  nietVoorAanvrager: 'Leest het niet',
  leest: (vanaf: string) => `Leest het sinds ${vanaf}`,
  leestStraks: (vanaf: string) => `Leest het vanaf ${vanaf}`,
  leestNuNiet: 'Leest het nu niet',
  leestNiet: 'Leest het niet: het besluit is niet bekendgemaakt',
  ingetrokken: 'Ingetrokken',
  vervangen: 'Vervangen door een nieuwe versie',
  bezwaar: {
    besmet: 'In dit bestand zit een virus. Niemand kan het openen.',
    wacht: 'Wordt nog gecontroleerd op virussen. Tot dan kan niemand het openen.',
    niet_gescand: 'Wordt nog gecontroleerd op virussen. Tot dan leest de aanvrager het niet.',
    zonder_scanner: 'Niet gecontroleerd op virussen.',
  },
  los: {
    titel: 'Nog toe te voegen',
    uitleg:
      'Deze bestanden zijn binnen. De aanvrager leest ze nog niet. Wat u binnen een dag niet toevoegt, verdwijnt.',
    knop: 'Document toevoegen',
    wachtend: (aantal: number) =>
      `${aantal === 1 ? '1 bestand wordt' : `${aantal} bestanden worden`} nog gecontroleerd op virussen. Daarna kunt u ${aantal === 1 ? 'het' : 'ze'} toevoegen. Ververs deze pagina.`,
    besmet: (aantal: number) =>
      `In ${aantal === 1 ? '1 bestand' : `${aantal} bestanden`} zit een virus. ${aantal === 1 ? 'Het wordt' : 'Ze worden'} binnen een dag verwijderd.`,
  },
  bijlage: {
    titel: 'Document bij het besluit (mag leeg)',
    brief: 'Maak een brief',
    briefUitleg: 'Hier staat wat de aanvrager straks op Mijn zaken leest. Pas het aan als dat nodig is.',
    eerstBesluit: 'Vul hierboven eerst in wat u besluit, en de dagen. Dan staat de tekst hier vanzelf.',
    voegToe: 'Voeg de brief toe',
    toegevoegd: 'De brief staat hieronder.',
    nietGelukt: 'De brief kwam niet over. Probeer het opnieuw.',
    zonderScript: 'Wilt u er een document bij? Voeg het bestand dan eerst toe op de pagina van de zaak.',
  },
  kiezer: {
    label: 'Bestanden toevoegen',
    hint: (mb: number) => `PDF, foto, Office-document of platte tekst, hoogstens ${mb} MB.`,
    sleep: 'Of sleep bestanden hierheen.',
    knop: 'Bestand versturen',
    bezig: '{naam} versturen',
    klaar: '1 bestand is binnen.',
    klaarMeer: '{aantal} bestanden zijn binnen.',
    afgebroken: 'Dit bestand kwam niet over. Probeer het opnieuw.',
    opnieuw: 'De verbinding viel weg. Wij versturen het vanzelf opnieuw. Houd deze pagina open.',
  },
} as const

/** The text for people about refused bytes, by the code that an API client gets. */
export const bestanden = {
  fout: {
    bestand_empty: 'Dit bestand is leeg. Kies een ander bestand.',
    bestand_too_large: 'Dit bestand is te groot. Maak het kleiner of verdeel het over meer bestanden.',
    zaak_full: 'Met dit bestand erbij zijn de documenten van deze zaak samen te groot.',
    size_differs: 'Dit bestand kwam niet heel over. Probeer het opnieuw.',
    too_many_under_way: 'Er komen te veel bestanden van u tegelijk binnen. Probeer het over een minuut opnieuw.',
    type_not_allowed: 'Dit soort bestand kan niet. Kies een PDF, een foto, een Office-document of platte tekst.',
    archive_refused: 'Dit is een archief, zoals een zip. Pak het uit en kies de bestanden die erin zitten.',
    text_not_utf8: 'De tekens in deze tekst zijn niet te lezen. Sla het bestand op als UTF-8, of maak er een PDF van.',
    document_locked: 'Op dit document zit een wachtwoord. Haal dat eraf en kies het opnieuw.',
    document_with_macros: 'In dit document zitten macro’s. Sla het op zonder macro’s, of maak er een PDF van.',
    document_with_objects:
      'In dit document zit een ander bestand of een programma. Haal dat eruit, of maak er een PDF van.',
    document_loads_remote:
      'Dit document haalt bij het openen iets van een ander adres, zoals een sjabloon of een afbeelding. Maak er een PDF van.',
    document_damaged: 'Dit document is beschadigd. Open het, sla het opnieuw op en kies het dan nog eens.',
    document_expands: 'Dit document is uitgepakt te groot. Maak er een PDF van.',
  },
} as const

/** Texts of documents that the aanvrager does not read, at the desk. */
export const intern = {
  link: 'Voeg toe als intern document',
  bezig: 'Bezig met opslaan',
  toevoegen: {
    titel: 'Intern document toevoegen',
    uitleg:
      'De aanvrager leest dit document niet en krijgt er geen bericht van. Ook later wordt het niet zichtbaar. Voor wat de aanvrager wel mag lezen, kiest u op de pagina van de zaak ‘Document toevoegen’.',
    bestand: 'Welk bestand?',
    titelVeld: 'Titel',
    soort: 'Soort document',
    datum: 'Datum van het document',
    vertrouwelijkheid: 'Hoe vertrouwelijk is het?',
    niveau: {
      vertrouwelijk: 'Vertrouwelijk',
      confidentieel: 'Confidentieel',
      geheim: 'Geheim',
      zeer_geheim: 'Zeer geheim',
    },
    geenBestand: 'Er is nog geen bestand. Voeg op de pagina van de zaak eerst een bestand toe.',
    geenSoort:
      'Dit zaaktype heeft geen soort document dat de aanvrager niet leest. Vraag de beheerder om die toe te voegen.',
    uitgaand: 'Deze soort leest de aanvrager wel. Kies een andere soort.',
    knop: 'Intern document toevoegen',
  },
  intrekken: {
    link: 'Trek in',
    linkNaam: (titel: string) => `Trek in: ${titel}`,
    titel: 'Document intrekken',
    uitleg: (titel: string) =>
      `Het gaat om: ${titel}. Het blijft in de zaak staan, als ingetrokken. De aanvrager krijgt hier geen bericht van.`,
    reden: 'Waarom? Dit lezen alleen collega’s.',
    intussen: 'Dit document is intussen al ingetrokken.',
    knop: 'Document intrekken',
  },
  verloop: {
    toegevoegd: 'Intern document toegevoegd',
    ingetrokken: 'Document ingetrokken dat de aanvrager niet leest',
  },
} as const
