import { aantal } from '../abonnementen.ts'

/** Texts of the desk's bezorgingen, for a beheerder, so Dutch only. Suppliers read some of them too. */
export const bezorgingen = {
  titel: 'Bezorgingen',
  uitleg: 'Elk bericht aan een ander systeem, met wat die antwoordde.',
  klokken: {
    worker:
      'Een worker verstuurt niets en doet geen onderhoud zolang zijn klok niet gelijk loopt. Andere workers nemen het over. Is er geen andere? Dan wachten alle berichten. Er gaat niets verloren.',
    web: 'De pagina’s en de API werken gewoon door: die gaan uit van de klok van de database.',
  },
  virusscan: (wachtend: number, besmet: number) =>
    [
      wachtend > 0 && `${aantal(wachtend, 'bestand wacht', 'bestanden wachten')} op de virusscanner.`,
      besmet > 0 &&
        `In ${aantal(besmet, 'bestand', 'bestanden')} zit een virus. Niemand kan ${besmet === 1 ? 'het' : 'ze'} openen.`,
    ]
      .filter(Boolean)
      .join(' '),
  leeg: 'Geen bezorgingen gevonden',
  leegUitleg: 'Er is nog niets verstuurd. Zodra een zaak verandert, staat het bericht hier.',
  leegGefilterd: 'Geen bericht past bij uw keuze. Kies minder of een andere periode.',
  status: {
    wachtend: 'wachtend',
    bezorgd: 'bezorgd',
    mislukt: 'niet bezorgd',
    overgeslagen: 'overgeslagen',
  },
  statusUitleg: {
    wachtend: 'Dit bericht is onderweg.',
    bezorgd: 'De ontvanger heeft dit bericht aangenomen.',
    mislukt: 'De laatste poging mislukte. Wij proberen het niet meer vanzelf.',
    overgeslagen: 'Dit bericht is niet verstuurd: het abonnement was gepauzeerd of uitgeschakeld.',
  },
  volgende: (moment: string) => `Volgende poging: ${moment}.`,
  anderAbonnement: 'ander abonnement',
  opVolgorde: 'Een eerder bericht over deze zaak gaat voor.',

  zoeken: {
    formulier: 'Bezorgingen zoeken',
    zoek: 'Zaaknummer',
    abonnement: 'Abonnement',
    alleAbonnementen: 'Alle abonnementen',
    status: 'Status',
    alleStatussen: 'Alle statussen',
    soort: 'Soort bericht',
    alleSoorten: 'Alle soorten',
    van: 'Vanaf',
    tot: 'Tot en met',
    knop: 'Zoeken',
    wis: 'Wis filters',
  },
  kolom: {
    bericht: 'Bericht',
    zaak: 'Zaak',
    abonnement: 'Abonnement',
    status: 'Status',
    wanneer: 'Wanneer',
  },

  onderwerp: { gaatOver: 'Gaat over', zaak: 'Zaak', abonnement: 'Abonnement' },
  detail: {
    titel: (nummer: number) => (nummer > 0 ? `Bericht ${nummer}` : 'Bericht over een abonnement'),
    vastgelegd: 'Vastgelegd op',
    afgerond: 'Afgerond op',
    eventId: 'Kenmerk (event-id)',
    opnieuw: 'Opnieuw bezorgen',
    opnieuwUitleg:
      'Hetzelfde bericht gaat nog een keer, met een nieuwe handtekening. De ontvanger herkent het kenmerk.',
    gevraagd: 'Wij bezorgen dit bericht opnieuw.',
    pogingen: 'Pogingen',
    geenPogingen: 'Er is nog geen poging gedaan.',
    poging: (nummer: number) => `Poging ${nummer}`,
    handmatig: 'handmatig',
    duur: (ms: string) => `duurde ${ms}`,
    toon: (nummer: number) => `Verzoek en antwoord van poging ${nummer}`,
    antwoord: 'Antwoord',
    geenAntwoord: 'Er kwam geen antwoord.',
    leegAntwoord: '(geen inhoud)',
    afgekapt: 'Alleen het begin van het antwoord is bewaard.',
    bericht: 'Het bericht',
    opgeruimd: 'De inhoud is na de bewaartermijn opgeruimd.',
    controleer: (nummer: number) => `Controleer wat poging ${nummer} verstuurde`,
  },
  fout: {
    not_finished: 'Dit bericht is nog onderweg. Wacht tot het is aangekomen of mislukt.',
    not_active: 'Het abonnement is niet actief. Hervat het eerst of vraag opnieuw toestemming.',
    not_readable: 'De API-client van dit abonnement mag dit bericht niet meer lezen. Wij sturen het dus niet opnieuw.',
    purged: 'De inhoud van dit bericht is na de bewaartermijn opgeruimd. Opnieuw bezorgen kan niet meer.',
  },
  aan: (abonnement: string) => `aan ${abonnement}`,
  aantalPogingen: (n: number) => aantal(n, 'poging', 'pogingen'),
}
