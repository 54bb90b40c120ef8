/**
 * Texts of the pages for the AVG requests of one person. Dutch only; that person receives the inzage.
 */
export const betrokkene = {
  bsn: 'BSN',
  bsnHint: 'Negen cijfers. Het BSN komt niet in het adres en niet leesbaar in de audittrail.',

  zoeken: {
    titel: 'Zoeken op BSN',
    uitleg:
      'Zoek alleen op BSN als u dat voor uw werk nodig heeft. Dat u zoekt, waarvoor en hoeveel zaken u vindt, komt in de audittrail. U ziet alleen zaken die u mag zien.',
    doel: 'Waarvoor zoekt u?',
    kiesDoel: 'Kies een doel',
    doelen: {
      contact: 'De persoon belt, mailt of staat aan de balie',
      behandeling: 'Ik behandel een aanvraag van deze persoon',
      bezwaar: 'Bezwaar, beroep of klacht',
      avg_verzoek: 'Verzoek om inzage, correctie of verwijdering (AVG)',
      anders: 'Iets anders',
    },
    toelichting: 'Wat is het doel?',
    toelichtingHint: 'Alleen bij ‘Iets anders’. Noem geen naam en geen BSN: dit komt in de audittrail.',
    knop: 'Zoek zaken',
    bezig: 'Bezig met zoeken',
    gevonden: (n: number) => `${n} ${n === 1 ? 'zaak' : 'zaken'} gevonden.`,
    hoogstens: (n: number) => `U ziet de nieuwste ${n} zaken. Er kunnen er meer zijn.`,
    geen: 'Geen zaken gevonden die u mag zien.',
    zaken: 'Zaken van deze persoon',
    kolom: { zaak: 'Zaak', zaaktype: 'Zaaktype', status: 'Status', ingediend: 'Ingediend op', einde: 'Afgehandeld op' },
  },

  inzage: {
    titel: 'Wie keek er?',
    uitleg:
      'Vraagt iemand wie zijn of haar gegevens bekeek (artikel 15 AVG)? Geef het BSN van die persoon. Controleer eerst wie het vraagt. U krijgt een lijst zonder namen van medewerkers: die persoon heeft recht op wie het naar functie was, niet op hun namen.',
    knop: 'Toon wie er keek',
    bezig: 'Bezig met opzoeken',
    geen: 'Niemand keek naar gegevens van deze persoon, zolang de audittrail teruggaat (18 maanden).',
    gevonden: (n: number) => `${n} ${n === 1 ? 'regel' : 'regels'} gevonden, de nieuwste eerst.`,
    hoogstens: (n: number) => `Hier staan de nieuwste ${n}. Het bestand heeft ze allemaal.`,
    teVeel: (n: number) => `Er zijn meer dan ${n} regels. Alleen de nieuwste staan hier.`,
    nietErbij:
      'Deze lijst heeft elke zaak die iemand opende, vond met zoeken of bewaarde in een bestand. Bladerde iemand door een lijst met zaken, of haalde een ander systeem een bladzijde met alle zaken op? Dan heeft deze lijst alleen de gevoelige en vertrouwelijke zaken die daarbij te zien waren.',
    bewaar: 'Download voor een spreadsheet (CSV)',
    regels: 'Wie keek naar gegevens van deze persoon',
    kolom: { wanneer: 'Wanneer', wie: 'Wie', wat: 'Wat', waarom: 'Waarom', zaak: 'Zaak' },
    wie: {
      medewerker: (team: string | null) => (team ? `Een medewerker van team ${team}` : 'Een medewerker'),
      systeem: (naam: string) => `Systeem ${naam}`,
      beheer: 'Technisch beheer van het zaaksysteem',
      zaaksysteem: 'Het zaaksysteem zelf',
    },
    waarom: {
      zaak: 'Behandeling van de zaak',
      lijst: 'Werken met een lijst van zaken',
      inzage: 'Verzoek om inzage van deze persoon zelf',
    },
  },

  fout: {
    titel: 'Wij konden niet zoeken',
    bsn: 'Dit BSN klopt niet. Controleer de cijfers.',
    doel: 'Kies waarvoor u zoekt.',
    toelichting: 'Schrijf wat het doel is.',
    teLang: (n: number) => `Het doel is te lang. Gebruik hoogstens ${n} tekens.`,
    teken: 'In het doel staat een teken dat wij niet kunnen bewaren. Haal het weg.',
    cijfers: 'Noem geen BSN in het doel. Haal de cijfers weg.',
  },
}

/**
 * Texts of the letter to an aanvrager, and of the page that makes it. The letter has the content and words of
 * Mijn zaken.
 */
export const brief = {
  titel: 'Brief aan de aanvrager',
  uitleg:
    'Hier staat wat de aanvrager nu op Mijn zaken leest. Kies een standaardtekst of pas de tekst aan. Bekijk de brief, en voeg hem toe als document of print hem.',
  geenAdres:
    'Er staat geen postadres bij deze zaak. Vul het in bij ‘Gegevens verbeteren’, of schrijf het op de envelop.',
  ontbreektRondom: (tekens: readonly string[]) =>
    `In de naam, het adres of het onderwerp staan tekens die wij niet kunnen afdrukken: ${tekens.join(' ')}. In de brief blijft daar een leeg vakje. Schrijf ze er met de hand bij.`,
  kop: 'Kop',
  tekst: 'Tekst',
  tekstHint: 'Een lege regel begint een nieuwe alinea. Regels die met een streepje beginnen, worden een lijst.',
  pdf: 'Bekijk of print de brief (PDF)',
  voegToe: 'Voeg toe als document',
  bezig: 'Bezig met de brief…',
  verstuurd: 'Leg vast dat u de brief per post verstuurde',
  bestand: (zaaknummer: string) => `brief-${zaaknummer}.pdf`,
  fout: {
    titel: 'Nog geen brief',
    leeg: 'Vul dit in.',
    teLang: (max: number) => `Gebruik hoogstens ${max} tekens.`,
    ontbreekt: (tekens: readonly string[]) =>
      `Deze tekens kunnen wij niet afdrukken: ${tekens.join(' ')}. Schrijf het anders.`,
  },

  kenmerk: (zaaknummer: string) => `Zaaknummer: ${zaaknummer}`,
  datum: (datum: string) => `Datum: ${datum}`,
  onderwerp: (omschrijving: string) => `Onderwerp: ${omschrijving}`,
  aanhef: (naam: string) => `Geachte ${naam},`,
  toelichting: (tekst: string) => `Toelichting: ${tekst}`,
  inleveren: (portaal: string) => `Stuur het ons via ${portaal}, of bel ons om te vragen waar u het kunt inleveren.`,
  vragen: (telefoon: string) => `Heeft u vragen? Bel ons: ${telefoon}. Houd uw zaaknummer bij de hand.`,
  groet: 'Met vriendelijke groet,',
  afzender: (gemeente: string, team: string) => [gemeente, `Team ${team}`],
}
