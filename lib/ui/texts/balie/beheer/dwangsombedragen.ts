/** Texts of the page on which a beheerder maintains the amounts of the dwangsom. Dutch only. */
export const dwangsombedragen = {
  titel: 'Bedragen dwangsom',
  uitleg:
    'Wat een besluit dat te laat komt per dag kost (Awb 4:17 lid 2). De bedragen gelden voor ingebrekestellingen die vanaf de begindag binnenkomen. Kijk elk jaar of er nieuwe zijn bekendgemaakt.',
  kolom: { vanaf: 'Vanaf', bron: 'Staatsblad of Staatscourant', bedragen: 'Per dag' },
  perDag: (eerste: string, tweede: string, derde: string) =>
    `${eerste} in de eerste 2 weken, ${tweede} in de 2 weken daarna, ${derde} in de laatste 2 weken`,
  toevoegen: 'Bedragen toevoegen',
  toevoegenUitleg: 'Staat er een fout in de nieuwste bedragen? Vul dan dezelfde dag in met de goede bedragen.',
  vanaf: 'Gelden vanaf',
  bron: 'Waar staat dit?',
  bronHint: 'Bijvoorbeeld: Stcrt. 2018, 65542',
  eerste: 'Euro per dag in de eerste 2 weken',
  tweede: 'Euro per dag in de 2 weken daarna',
  derde: 'Euro per dag in de laatste 2 weken',
  knop: 'Bedragen vastleggen',
  gedaan: 'De bedragen zijn vastgelegd.',
  fout: {
    titel: 'Nog niet opgeslagen',
    leeg: 'Vul in waar de bedragen zijn bekendgemaakt.',
    teLang: (max: number) => `Gebruik hoogstens ${max} tekens.`,
    bedrag: 'Vul een bedrag in hele euro’s in, van 1 tot en met 999.',
    before_newest: 'Er zijn al bedragen vanaf een latere dag. Oudere bedragen blijven zoals ze zijn.',
  },
} as const
