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
