const getal = (n: number) => n.toLocaleString('nl')

/** Texts of the portal's beheer. Staff only, so Dutch only. */
export const portaalbeheer = {
  titel: 'Beheer publieksportaal',
  naarInhoud: 'Naar de inhoud',
  rol: 'Beheerder portaal',
  uitloggen: 'Uitloggen',
  uitleg: 'Welke berichten het portaal krijgt, en welke het weigert.',

  melding: {
    titel: 'Let op: berichten niet te controleren',
    uitleg: (source: string, sinds: string) =>
      `Sinds ${sinds} kan het portaal niet vaststellen dat berichten echt van ${source} komen. Het weigert ze. Inwoners zien wijzigingen misschien te laat.`,
    watNu:
      'Bekijk hieronder wat er niet klopt. Vraag de beheerder van de bron of de sleutel of het geheim is gewijzigd. Vertrouwt u het niet? Trek de bron dan in.',
    bekijk: 'Bekijk wat er niet klopt',
  },

  klokken: {
    web: 'Dit proces haalt geen zaken op en verstuurt geen e-mails, meldingen en bewijzen zolang zijn klok niet gelijk loopt. Andere processen nemen het over. Is er geen ander? Dan wacht alles. Er gaat niets verloren. De pagina’s werken gewoon door, en berichten komen nog aan.',
  },

  inzendingen: {
    titel: (aantal: number) =>
      aantal === 1
        ? 'Let op: een melding van een inwoner wacht op het zaaksysteem'
        : `Let op: ${getal(aantal)} meldingen van inwoners wachten op het zaaksysteem`,
    uitleg: (sinds: string) =>
      `De oudste is van ${sinds}. Er gaat niets verloren: het portaal probeert het vanzelf opnieuw. De behandelaar weet nog van niets.`,
    reden: {
      401: 'Het zaaksysteem kent het token van het portaal niet.',
      403: 'Het token van het portaal mist de scope zaken.inzenden. Vraag de beheerder van het zaaksysteem om die toe te voegen.',
      404: 'Het zaaksysteem kent deze zaak niet, of het is te oud om meldingen aan te nemen.',
    } as Record<string, string>,
    andereReden: (code: string) => `Het zaaksysteem nam de melding niet aan (${code}).`,
  },

  duidelijkheid: {
    titel: 'Wat inwoners duidelijk vonden',
    link: 'Bekijk welke teksten inwoners duidelijk vonden',
    uitleg:
      'Na een taak en na het einde van een zaak vraagt het portaal of de tekst duidelijk was. Wie antwoordde en over welke zaak, is niet bewaard. Bovenaan staat wat de meeste mensen niet duidelijk vonden. Na een jaar verdwijnt een antwoord.',
    leeg: 'Er heeft nog niemand geantwoord.',
    aanvullen: 'wat de aanvrager moet sturen',
    aantallen: (ja: number, nee: number) => `Duidelijk: ${getal(ja)}. Niet duidelijk: ${getal(nee)}.`,
    redenen: (aantal: number) => (aantal === 1 ? 'Lees 1 reden' : `Lees ${getal(aantal)} redenen`),
    ja: 'duidelijk',
    nee: 'niet duidelijk',
  },

  proefdeuren: {
    titel: 'Proefdeuren',
    link: 'Laat een leverancier zijn zaaksysteem uitproberen',
    uitleg:
      'Aan een proefdeur probeert een leverancier uit of zijn zaaksysteem goed bezorgt, voordat u het aansluit. De deur is een week open. Wat daar komt, bereikt het portaal niet. Wie het adres van de deur heeft, kan ernaartoe sturen en ziet wat ervan kwam. Geef het adres dus alleen aan de leverancier.',
    wat: 'Lees wat het portaal van een zaaksysteem verwacht',
    leeg: 'Er is nu geen proefdeur open.',
    open: 'Open een proefdeur',
    naam: 'Naam van de leverancier of het systeem',
    source: 'Source',
    sourceHint: 'Hoe de bron in gebeurtenissen heet, zoals urn:nld:oin:00000099000000001000:systeem:zaaksysteem',
    origin: 'Naam op internet',
    originHint: 'Wat er in WebHook-Request-Origin staat, zoals zaaksysteem.gemeente.nl',
    jwksUrl: 'Adres van de sleutels',
    jwksHint: 'Een JWK Set. Het portaal haalt hem op.',
    apiUrl: 'Adres van de API',
    apiHint: 'Eindigt op /v1. Zonder dit adres wordt niet geprobeerd of het systeem een gat vult.',
    optioneel: '(mag leeg)',
    wijze: 'Hoe het systeem bezorgt',
    wijzen: {
      'JWT structured': 'JWT, één gebeurtenis per bericht',
      'JWT batch': 'JWT, in bundels',
      'HTTPMESSAGESIGNATURES structured': 'HTTP Message Signatures, één gebeurtenis per bericht',
      'HTTPMESSAGESIGNATURES binary': 'HTTP Message Signatures, attributen in headers',
      'NLGOVADR structured': 'NL GOV ondertekening, één gebeurtenis per bericht',
    },
    knop: 'Open de proefdeur',
    tot: 'Open tot',
    pagina: 'Adres en uitkomst',
    bekijk: (naam: string) => `Bekijk de proefdeur van ${naam}`,
    sluit: 'Sluit',
    fout: {
      titel: 'De proefdeur is niet geopend',
      naam: 'Vul een naam in.',
      source: 'Vul de source in.',
      origin: 'Vul een naam op internet in, zonder https:// ervoor.',
      jwksUrl: 'Vul het adres van de sleutels in, met https:// ervoor.',
      apiUrl: 'Vul een adres in met https:// ervoor dat eindigt op /v1, of laat het leeg.',
      https: 'Dit adres moet met https:// beginnen, zonder naam of wachtwoord.',
      teLang: 'Dit is te lang.',
      teken: 'Er staat een teken in dat niet kan worden bewaard.',
      teVeel: 'Er zijn al twintig proefdeuren open. Sluit er eerst een.',
    },
  },

  gedaan: {
    ingetrokken: 'De bron is ingetrokken. Het portaal weigert voortaan alles wat ervan komt.',
    aangenomen:
      'Het portaal neemt weer berichten van deze bron aan. Is het abonnement bij de bron nog uitgeschakeld? Laat het daar weer aanzetten.',
  } as Record<string, string>,

  bronnen: {
    titel: 'Bronnen',
    uitleg: 'Systemen die het portaal berichten mogen sturen.',
    leeg: 'Er is nog geen bron. Meld het portaal aan bij een zaaksysteem.',
    status: { actief: 'actief', ingetrokken: 'ingetrokken' },
    faalt: 'niet te controleren',
    origin: 'Naam op internet',
    credentialtype: 'Bewijs',
    modus: 'Vorm',
    laatsteGoed: 'Laatst aangenomen',
    laatsteFout: 'Laatst geweigerd',
    nooit: 'nog nooit',
    geen: 'geen afgesproken',
    trekIn: 'Trek in',
    neemAan: 'Neem weer aan',
    credentialtypes: {
      JWT: 'ondertekend token (JWT)',
      ACCESSTOKEN: 'vast toegangstoken',
      STANDARDWEBHOOKS: 'Standard Webhooks',
      HTTPMESSAGESIGNATURES: 'HTTP Message Signatures',
      NLGOVADR: 'NL GOV ondertekening',
    },
    modi: { structured: 'gestructureerd', binary: 'binair', batch: 'bundel' },
  },

  intrekken: {
    titel: 'Bron intrekken',
    vraag: (source: string) => `U trekt ${source} in.`,
    gevolgen: [
      'Het portaal weigert vanaf nu elk bericht van deze bron, ook als het klopt.',
      'De bron krijgt het antwoord 410. De meeste systemen stoppen dan met sturen.',
      'Inwoners zien nieuwe wijzigingen niet, tot u de bron weer aanneemt.',
    ],
    terug:
      'U kunt de bron later weer aannemen. Misschien moet de beheerder van de bron het abonnement dan ook weer aanzetten.',
    knop: 'Trek deze bron in',
  },

  afwijzingen: {
    titel: 'Geweigerde berichten',
    uitleg:
      'Van een geweigerd bericht bewaren wij nooit de inhoud. Komen er heel veel tegelijk, dan staan alleen de eerste van elke minuut in de lijst; de aantallen kloppen wel. Na de bewaartermijn verdwijnt alles.',
    perReden: 'Laatste 24 uur',
    geen24u: 'In de laatste 24 uur is niets geweigerd.',
    aantal: (n: number) => `${getal(n)} keer`,
    lijst: 'Lijst',
    leeg: 'Er is niets geweigerd',
    leegUitleg: 'Alle berichten die binnenkwamen, waren in orde.',
    leegGefilterd: 'Geen enkel geweigerd bericht past bij wat u zoekt. Zoek op minder.',
    onbekend: 'noemt geen bron',
    bewezen: 'bewezen',
    geclaimd: 'niet bewezen',
    grootte: (bytes: number) =>
      bytes < 1024 ? `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}` : `${getal(Math.round(bytes / 1024))} KiB`,
    kolom: { wanneer: 'Wanneer', bron: 'Bron', reden: 'Waarom', grootte: 'Grootte' },
  },

  zoeken: {
    formulier: 'Geweigerde berichten zoeken',
    bron: 'Bron',
    reden: 'Reden',
    alleRedenen: 'Alle redenen',
    van: 'Vanaf',
    tot: 'Tot en met',
    knop: 'Zoeken',
    wis: 'Wis filters',
  },

  /** the reasons by the code of the response */
  redenen: {
    invalid_token: 'token bewijst de bron niet',
    invalid_signature: 'handtekening bewijst de bron niet',
    more_than_one_token: 'meer dan één token',
    origin_not_allowed: 'verkeerde naam op internet',
    source_not_allowed: 'bericht van een andere bron',
    too_many_requests: 'te veel berichten',
    invalid_event: 'bericht is ongeldig',
    different_content: 'zelfde nummer, andere inhoud',
    body_too_large: 'bericht is te groot',
    body_incomplete: 'bericht kwam niet helemaal aan',
    unsupported_media_type: 'vorm niet afgesproken',
    source_retired: 'bron is ingetrokken',
    keys_unavailable: 'sleutel nu niet te vinden',
  } as Record<string, string>,

  nietGevonden: 'Deze pagina is er niet',
  nietGevondenUitleg: 'Misschien klopt de link niet, of is de bron er niet meer.',
  naarOverzicht: 'Naar het overzicht',
  storing: 'Dit lukt nu niet',
  storingUitleg: 'Er ging iets mis bij het ophalen van de gegevens. Probeer het opnieuw.',
  opnieuw: 'Probeer opnieuw',
}
