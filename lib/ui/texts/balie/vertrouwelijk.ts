/** Texts of a zaak that only its team sees. */
export const vertrouwelijk = {
  kort: 'Vertrouwelijk',
  lang: 'Vertrouwelijk: alleen uw team ziet deze zaak',
  maken: {
    titel: 'Vertrouwelijk maken',
    uitleg: (team: string) =>
      `Alleen team ${team} ziet deze zaak daarna nog aan de balie. De aanvrager ziet alles nog, maar mail over de zaak zegt alleen dat er nieuws is.`,
    knop: 'Maak vertrouwelijk',
  },
  opheffen: {
    titel: 'Vertrouwelijkheid opheffen',
    uitleg: () =>
      'Iedereen die zaken van uw team mag bekijken, ziet deze zaak daarna weer. Mail aan de aanvrager zegt dan weer waar het over gaat, behalve bij een gevoelig zaaktype.',
    knop: 'Hef vertrouwelijkheid op',
  },
  reden: 'Waarom?',
  redenHint: 'Alleen intern: dit staat in het verloop. De aanvrager ziet dit niet.',
  bezig: 'Bezig met opslaan…',
  verloop: { gemaakt: 'Vertrouwelijk gemaakt', opgeheven: 'Niet meer vertrouwelijk' },
  fout: {
    leeg: 'Schrijf op waarom.',
    teLang: (max: number) => `De uitleg is te lang. Gebruik hoogstens ${max} tekens.`,
    teken: 'In de uitleg staat een teken dat wij niet kunnen bewaren. Haal het weg.',
    behandelaar_not_of_team:
      'De behandelaar van deze zaak is van een ander team en ziet hem dan niet meer. Neem de zaak eerst over, of geef hem terug aan het team.',
  },
}
