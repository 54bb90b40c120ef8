/** Texts of the documents of a zaak at the desk. */
export const documenten = {
  titel: 'Documenten',
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
  leestNiet: 'Leest het niet: het besluit is niet bekendgemaakt',
  ingetrokken: 'Ingetrokken',
  vervangen: 'Vervangen door een nieuwe versie',
  bezwaar: {
    weg: 'Het bestand is niet meer te openen. Meld dit aan de beheerder.',
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
