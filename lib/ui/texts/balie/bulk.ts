const zaken = (n: number) => `${n} ${n === 1 ? 'zaak' : 'zaken'}`

/** Texts of one act for many zaken. */
export const bulk = {
  titel: 'Veel zaken tegelijk',
  geenToegang: 'Deze pagina is er niet voor u',
  geenToegangUitleg:
    'Misschien klopt de link niet, of is de opdracht van een collega. Na een tijd verdwijnt een opdracht vanzelf.',
  zaken,

  keuze: {
    aantal: (n: number) => (n === 0 ? 'Geen zaken gekozen.' : `${zaken(n)} gekozen.`),
    pagina: 'Kies deze pagina',
    wis: 'Wis keuze',
    alle: (n: number) => `Alle ${n} zaken van deze lijst`,
    knop: 'Kies een handeling',
    eerder: 'Eerdere opdrachten',
  },

  handeling: {
    titel: (n: number) => `Wat wilt u doen met ${zaken(n)}?`,
    uitleg: 'U ziet alleen wat bij elk zaaktype van uw keuze past. Voordat er iets verandert, ziet u een voorbeeld.',
    geen: 'Deze zaken hebben geen handeling die voor allemaal past. Kies zaken van één zaaktype.',
    welke: 'Gekozen zaken',
    namen: {
      status: 'Status wijzigen',
      beslissen: 'Besluit nemen',
      opschorten: 'Termijn opschorten',
      hervatten: 'Termijn hervatten',
      verlengen: 'Termijn verlengen',
    },
    uitlegPer: {
      status: 'Elke zaak krijgt dezelfde status en dezelfde toelichting.',
      beslissen: 'Elke zaak sluit met hetzelfde besluit, dezelfde dagen en dezelfde toelichting.',
      opschorten:
        'Als de termijn weer loopt, schuiven de streefdatum en de fatale datum op met de dagen dat de termijn stilstond.',
      hervatten: 'De streefdatum en de fatale datum van elke zaak schuiven op met de dagen dat de termijn stilstond.',
      verlengen: 'U mag elke zaak één keer verlengen. De streefdatum en de fatale datum schuiven op.',
    },
    anders: 'Kies een andere handeling',
    terug: 'Terug naar het voorbeeld',
    knop: 'Bekijk het voorbeeld',
    bezig: 'Bezig met het voorbeeld…',
  },

  voorbeeld: {
    titel: (n: number) => `Voorbeeld voor ${zaken(n)}`,
    uitleg: 'Er is nog niets veranderd. Controleer wat de aanvragers straks zien.',
    groep: (n: number) => `${zaken(n)}: zo ziet de aanvrager het`,
    van: (identificatie: string) => `Dit is het voorbeeld van ${identificatie}.`,
    perZaak: (n: number) => (n === 1 ? 'Bekijk de zaak' : `Bekijk alle ${n} zaken`),
    uiterlijk: (datum: string) => `fatale datum ${datum}`,
    geweigerd: (n: number) => `${zaken(n)} ${n === 1 ? 'kan' : 'kunnen'} dit niet krijgen`,
    geweigerdUitleg: 'Deze zaken blijven zoals ze zijn.',
    geen: 'Geen van deze zaken kan dit krijgen.',
    knop: (n: number) => `Uitvoeren voor ${zaken(n)}`,
    bezig: 'Bezig met starten…',
    wijzig: 'Wijzig wat u invulde',
  },

  loop: {
    titel: { bezig: 'Bezig', klaar: 'Klaar' },
    bezig: 'U mag deze pagina sluiten. De opdracht gaat door.',
    stand: (klaar: number, totaal: number) => `${klaar} van ${zaken(totaal)} klaar.`,
    telling: (gedaan: number, geweigerd: number) => `${gedaan} gedaan, ${geweigerd} geweigerd.`,
    geweigerd: (n: number) => `${zaken(n)} geweigerd`,
    gedaan: (n: number) => `${zaken(n)} gedaan`,
    opnieuw: 'Kies de geweigerde zaken opnieuw',
    verwijderd: 'verwijderd',
  },

  lijst: {
    titel: 'Eerdere opdrachten',
    leeg: 'Geen opdrachten',
    leegUitleg: 'Kies zaken in de werkvoorraad en daarna een handeling.',
    kolom: { wanneer: 'Gestart', wat: 'Handeling', stand: 'Stand' },
  },

  fout: {
    titel: 'Nog niet klaar',
    verdwenen: 'Deze zaken bestaan niet meer. Kies andere zaken.',
  },

  /** replaces the text of the rule, which is about a zaak on the screen */
  reden: {
    closed: 'Deze zaak is afgehandeld.',
    statustype_not_of_zaaktype: 'Het zaaktype kent deze status niet.',
    status_not_offered: 'Deze zaak heeft deze status al gehad.',
    changed_meanwhile: 'Deze zaak is veranderd nadat u het voorbeeld zag. Bekijk de zaak en kies hem opnieuw.',
    not_found: 'Deze zaak is verwijderd.',
    may_not_bulk: 'U bent geen coördinator meer. Vraag dat recht aan uw teamleider.',
    failed: 'Dit lukte niet door een storing bij ons. Kies de zaak opnieuw.',
  },
} as const
