const zaken = (n: number) => `${n} ${n === 1 ? 'zaak' : 'zaken'}`

/** Texts of the page on which a beheerder recalculates dates of open zaken. Dutch only. */
export const herberekenen = {
  titel: 'Termijnen herberekenen',
  uitleg: [
    'Een open zaak houdt de datums die hij kreeg. Is de lijst met feestdagen veranderd, of stond een termijn verkeerd in een zaaktype? Dan zoekt u hier welke open zaken nu andere datums horen te hebben.',
    'Zoeken verandert niets. U ziet eerst van elke zaak wat er stond en wat er komt.',
  ],
  zaaktype: 'Welke zaken',
  alle: 'Alle open zaken, elk met de eigen versie',
  metEigen: (naam: string) => `${naam}: met de eigen versie`,
  metNieuwste: (naam: string, versie: number) => `${naam}: met de termijnen van versie ${versie}, die nu geldt`,
  zaaktypeHint:
    'Kiest u de versie die nu geldt? Dan gaat elke zaak die verandert ook over op die versie, met haar teksten en bewaartermijnen. Zaken met dezelfde datums houden hun versie.',
  zoek: 'Zoek zaken met andere datums',
  eerder: 'Eerder gezocht',
  kolom: { wanneer: 'Gezocht op', wat: 'Welke zaken', gevonden: 'Andere datums', stand: 'Stand' },
  leeg: 'Nog nooit gezocht',
  leegUitleg: 'U heeft nog geen termijnen laten herberekenen.',
  stand: {
    zoekt: 'Zoekt…',
    gevonden: 'Nog niet uitgevoerd',
    niets: 'Niets te wijzigen',
    bezig: 'Bezig…',
    klaar: 'Uitgevoerd',
  },
  welke: (zaaktype: string | null, versie: number | null) =>
    zaaktype === null ? 'Alle open zaken' : versie === null ? zaaktype : `${zaaktype}, met versie ${versie}`,
  gezocht: (gezocht: number, gevonden: number) => `${zaken(gezocht)} bekeken, ${gevonden} met andere datums.`,
  bezigMetZoeken: 'Wij zoeken nog. Deze pagina werkt zichzelf bij.',
  bezigMetUitvoeren: 'Wij zijn bezig. Deze pagina werkt zichzelf bij. U mag weggaan: het gaat door.',
  niets: 'Elke open zaak heeft de datums die hij hoort te hebben.',
  vol: (n: number) => `Dit zijn de eerste ${n}. Voer ze uit en zoek daarna opnieuw: dan vindt u de rest.`,
  datums: {
    zaak: 'Zaak',
    streefdatum: 'Streefdatum',
    fataleDatum: 'Fatale datum',
    uitkomst: 'Uitkomst',
    gelijk: (datum: string) => `blijft ${datum}`,
    vanNaar: (van: string, naar: string) => `${van} → ${naar}`,
    later: 'later',
    eerder: 'eerder',
  },
  uitkomst: { gedaan: 'Gewijzigd', geweigerd: 'Niet gewijzigd' },
  redenen: {
    closed: 'De zaak is intussen afgehandeld.',
    dates_stand_already: 'De zaak heeft deze datums al.',
    later_unsaid: 'Een datum wordt later, en u vinkte niet aan dat dat de bedoeling is.',
    later_after_ingebrekestelling: 'De aanvrager stelde ons al in gebreke. De laatste dag blijft.',
    reason_required: 'Er staat niet bij waarom.',
    changed_meanwhile: 'De zaak is intussen gewijzigd. Zoek opnieuw.',
    not_found: 'De zaak is verwijderd.',
    failed: 'Dit ging mis. Zoek opnieuw.',
  },
  uitvoeren: {
    titel: 'Datums wijzigen',
    uitleg: (eerder: number, later: number) =>
      `Bij ${zaken(eerder)} wordt geen datum later. Bij ${zaken(later)} wordt een datum later: dat is in het nadeel van de aanvrager.`,
    waarom: 'Waarom? Dit leest elke aanvrager.',
    waaromHint: 'Bijvoorbeeld: De laatste dag viel op een feestdag. Daarom is het de dag erna.',
    ookLater: 'Ook de zaken waarbij een datum later wordt',
    knop: 'Datums wijzigen',
    bezig: 'Bezig met starten…',
  },
  fout: {
    titel: 'Nog niet gestart',
    leeg: 'Vul in waarom. De aanvragers lezen dit.',
    teLang: (max: number) => `Gebruik hoogstens ${max} tekens.`,
    teken: 'Hier staat een teken dat wij niet kunnen bewaren. Haal het weg.',
  },
} as const
