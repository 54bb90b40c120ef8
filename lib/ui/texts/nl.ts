/** Texts for citizens: B1, *u*, active. Those for staff have a file for each screen. */
export const nl = {
  taalNaam: 'Nederlands',
  skip: 'Naar de inhoud',
  kruimelpad: 'Kruimelpad',
  titel: 'Mijn zaken',
  inloggen: 'Inloggen',
  uitloggen: 'Uitloggen',
  team: (naam: string) => `Team ${naam}`,
  footer: {
    label: 'Over deze site',
    toegankelijkheid: 'Toegankelijkheid',
    privacy: 'Privacy',
  },
  antwoord: {
    nietsTeDoen: 'U hoeft nu niets te doen.',
    teLaat: (date: string) =>
      `Wij moesten uiterlijk ${date} beslissen. Dat is niet gelukt. Onze excuses. U krijgt zo snel mogelijk bericht.`,
  },
  tijdlijn: {
    klaar: 'Klaar:',
    nu: 'Nu',
    komt: 'Komt nog:',
    zojuist: 'Zojuist gewijzigd',
    uiterlijk: (date: string) => `uiterlijk ${date} · wettelijke termijn`,
    overgeslagen: 'Overgeslagen:',
    nietNodig: 'deze stap was niet nodig',
  },
  zaken: {
    intro: 'Dit zijn uw aanvragen bij de gemeente. U ziet hier altijd de laatste stand.',
    open: 'Lopende zaken',
    afgerond: 'Afgeronde zaken',
    geenOpen: 'U heeft nu geen lopende zaken.',
    leeg: 'U heeft nog geen zaken.',
    leegUitleg:
      'Heeft u net iets aangevraagd? Dan staat uw aanvraag hier meestal binnen een uur. Staat uw aanvraag hier morgen nog niet? Bel ons dan.',
    beslist: 'Wij beslissen uiterlijk',
    hadBeslist: 'Wij moesten beslissen uiterlijk op',
    afgerondOp: 'Afgerond op',
    uMoetIetsDoen: 'U moet iets doen',
    zojuist: 'Zojuist gewijzigd',
  },
  zaak: {
    waar: 'Waar staat uw aanvraag?',
    gegevens: 'Gegevens',
    ingediend: 'Ingediend op',
    beslist: 'Wij beslissen uiterlijk',
    streef: 'Wij willen beslissen op',
    afgerondOp: 'Afgerond op',
    team: 'Behandeld door',
    vraag: { before: 'Vraag? Bel', after: 'en noem uw zaaknummer.' },
    bijgewerkt: (moment: string) => `Bijgewerkt ${moment}.`,
  },
  live: {
    verbinding: {
      open: 'Deze pagina werkt zichzelf bij.',
      interrupted: 'Geen verbinding. Wij proberen het opnieuw.',
      ended: 'U bent uitgelogd. Deze pagina werkt zichzelf niet meer bij.',
      opnieuwInloggen: 'Log opnieuw in',
    },
    gewijzigd: (zaak: string, status: string) => `De status van ${zaak} is nu: ${status}.`,
  },
  start: {
    titel: 'Waar wilt u heen?',
    mijn: 'Mijn zaken',
    mijnUitleg: 'Voor inwoners: zie hoe het staat met uw aanvraag.',
    balie: 'Balie',
    balieUitleg: 'Voor medewerkers: behandel zaken en wijzig een status.',
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
