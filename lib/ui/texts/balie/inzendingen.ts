/** Texts of what the aanvrager says of a zaak in the portal. */
export const inzendingen = {
  titel: 'Van de aanvrager',
  gemeld: (moment: string) => `Meldde op ${moment} als gestuurd:`,
  nummer: 'Nummer',
  nogNiet: 'Nog niet gemeld:',
  uitleg: 'De termijn loopt weer als alles is gemeld. Is de aanvulling niet volledig? Vraag die dan opnieuw.',
} as const
