/** Texts of the lists of zaken. */
export const werkvoorraad = {
  samenvatting: (totaal: number, { isMeer, gefilterd }: { isMeer: boolean; gefilterd: boolean }) => {
    const zaken = isMeer ? `Meer dan ${totaal - 1} zaken` : `${totaal} ${totaal === 1 ? 'zaak' : 'zaken'}`
    return gefilterd ? `${zaken} gevonden.` : `${zaken}.`
  },
  teVeelOmTeTellen: '999+',
  kortGezocht:
    'U zoekt op minder dan drie letters of cijfers. Daarom ziet u alleen de zaak met dit nummer. Typ meer om ook op aanvrager en omschrijving te zoeken.',

  bedoelde: 'Bedoelde u',
  opBsn: {
    hier: 'Zoekt u op burgerservicenummer? Dat gaat op een aparte pagina, waar u aangeeft waarvoor u zoekt:',
    magNiet: 'Zoekt u op burgerservicenummer? Dat mag alleen een collega met het recht ‘op BSN zoeken’.',
  },

  zoekVerlopen: 'Wat u eerder zocht, weten wij niet meer. U ziet nu alle zaken. Zoek opnieuw.',

  team: 'Team',
  alleTeams: 'Alle teams',
  termijn: 'Termijn',
  alleTermijnen: 'Alle termijnen',
  termijnen: {
    na_streefdatum: 'Streefdatum voorbij',
    na_fataledatum: 'Fatale datum voorbij',
    fataal_deze_week: 'Fatale datum deze week',
    fataal_twee_weken: 'Fatale datum binnen twee weken',
  },
  opgeschort: 'Opschorting',
  welOfNiet: 'Opgeschort of niet',
  opschortingen: {
    ja: 'Staat stil',
    aanvulling: 'Wacht op aanvulling',
    aanvulling_binnen: 'Aanvulling binnen',
    instemming: 'Stil met einddatum',
    zonder_einde: 'Stil zonder einddatum',
    vraag_open: 'Vraag van aanvrager',
  },
  stand: { staatStil: 'staat stil', besloten: 'besluit geldt' },
  standVanZaak: { staatStil: 'termijn staat stil', besloten: 'er geldt een besluit' },

  chips: {
    panel: 'Meer filters',
    weg: '(haal dit filter weg)',
    teLaat: 'Te laat',
    dezeWeek: 'Fataal deze week',
    vanNiemand: 'Van niemand',
    aanvullingBinnen: 'Aanvulling binnen',
    vanMij: 'Van mij',
    mijnTeam: (team: string) => `Team ${team}`,
    zoek: (tekst: string) => `‘${tekst}’`,
    gekozen: (naam: string, waarde: string) => `${naam}: ${waarde}`,
  },
  ookIn: {
    open: 'Zoek dit ook in de werkvoorraad',
    afgehandeld: 'Zoek dit ook in de afgehandelde zaken',
  },
  overal: {
    formulier: 'Zoeken in alle zaken',
    label: 'Zoek een zaak, ook een afgehandelde',
    vak: 'Zoek een zaak',
  },

  export: {
    knop: 'Exporteer voor Excel (CSV)',
    hoogstens: 'hoogstens 100.000 zaken',
    teVeel: 'Let op: dit zijn de eerste 100.000 zaken. Er zijn er meer. Filter de lijst en exporteer opnieuw.',
    staatStil: 'staat stil',
    opTijd: { ja: 'ja', nee: 'nee' },
    vertrouwelijk: 'vertrouwelijk',
    kolommen: [
      'Zaaknummer',
      'Omschrijving',
      'Zaaktype',
      'Status',
      'Aanvrager',
      'Team',
      'Behandelaar',
      'Ingediend op',
      'Streefdatum',
      'Fatale datum',
      'Termijn',
      'Afgehandeld op',
      'Datum besluit',
      'Op tijd volgens de wet',
      'Vertrouwelijk',
    ],
  },

  kolommen: {
    titel: 'Kolommen',
    keuze: 'Welke kolommen wilt u zien?',
    knop: 'Toon deze kolommen',
    bezig: 'Bezig met bewaren…',
  },

  weergaven: {
    titel: 'Weergaven',
    geen: 'U heeft nog geen weergaven.',
    vanTeam: (team: string) => `team ${team}`,
    verwijder: 'Verwijder',
    bewaar: 'Bewaar deze lijst als weergave',
    uitleg: 'Een weergave onthoudt wat u zoekt en de volgorde.',
    naam: 'Naam',
    voorWie: 'Voor wie',
    voorMij: 'Alleen voor mij',
    voorTeam: (team: string) => `Voor team ${team}`,
    knop: 'Bewaar',
    bezig: 'Bezig met bewaren…',
    gelukt: 'De weergave is bewaard.',
    fout: {
      titel: 'Nog niet bewaard',
      leeg: 'Geef de weergave een naam.',
      teLang: (max: number) => `De naam is te lang. Gebruik hoogstens ${max} tekens.`,
      teken: 'In de naam staat een teken dat wij niet kunnen bewaren. Haal het weg.',
      too_many: 'U heeft al 50 weergaven. Verwijder er eerst een.',
      name_taken: 'U heeft al een weergave met deze naam. Kies een andere naam.',
      no_team: 'U hoort bij geen team. Bewaar de weergave alleen voor uzelf.',
    },
  },
}
