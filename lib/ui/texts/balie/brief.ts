/** The letter to an aanvrager, and the page that makes it. The letter says what the citizen would read, in the words of that. */
export const brief = {
  titel: 'Brief aan de aanvrager',
  uitleg:
    'Deze brief zegt wat de aanvrager nu op Mijn zaken leest. Print de brief en leg daarna vast wanneer u hem verstuurde.',
  geenAdres:
    'Er staat geen postadres bij deze zaak. Vul het in bij ‘Gegevens verbeteren’, of schrijf het op de envelop.',
  pdf: 'Open de brief om te printen (PDF)',
  verstuurd: 'Leg vast dat u de brief verstuurde',
  voorbeeld: 'De tekst van de brief',
  bestand: (zaaknummer: string) => `brief-${zaaknummer}.pdf`,

  kenmerk: (zaaknummer: string) => `Zaaknummer: ${zaaknummer}`,
  datum: (datum: string) => `Datum: ${datum}`,
  onderwerp: (omschrijving: string) => `Onderwerp: ${omschrijving}`,
  aanhef: (naam: string) => `Geachte ${naam},`,
  toelichting: (tekst: string) => `Toelichting: ${tekst}`,
  vragen: (telefoon: string) => `Heeft u vragen? Bel ons: ${telefoon}. Houd uw zaaknummer bij de hand.`,
  groet: 'Met vriendelijke groet,',
  afzender: (gemeente: string, team: string) => [gemeente, `Team ${team}`],
}
