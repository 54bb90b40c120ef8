/** Texts of what the aanvrager says of a zaak in the portal, or asks. */
export const inzendingen = {
  titel: 'Van de aanvrager',
  gemeld: (moment: string) => `Meldde op ${moment} als gestuurd:`,
  nummer: 'Nummer',
  doorGemachtigde: 'Gedaan door een gemachtigde.',
  nogNiet: 'Nog niet gemeld:',
  uitleg: 'De termijn loopt weer als alles is gemeld. Is de aanvulling niet volledig? Vraag die dan opnieuw.',
  intrekking: {
    titel: (moment: string) => `De aanvrager wil deze aanvraag intrekken (${moment})`,
    sluit: (resultaat: string) => `Akkoord? Sluit de zaak hieronder met het resultaat ‘${resultaat}’.`,
    sluitZonder: 'Akkoord? Sluit de zaak hieronder met het resultaat dat daarbij past.',
    afwijzen: 'Niet akkoord? Wijs het verzoek af',
  },
} as const
