const zaken = (n: number) => `${n} ${n === 1 ? 'zaak' : 'zaken'}`
const collegas = (n: number) => `${n} ${n === 1 ? 'collega' : 'collega’s'}`

/** Texts of what a coordinator sees of the teams. */
export const teams = {
  titel: 'Teams',
  uitleg: 'Hoe de open zaken zijn verdeeld. Elk getal brengt u naar die zaken.',
  leeg: 'Uw teams hebben geen open zaken.',
  team: (team: string) => `Team ${team}`,
  niemand: 'Nog niemand',
  sinds: (moment: string) => `de oudste wacht sinds ${moment}`,
  samen: 'Samen',
  kolom: { behandelaar: 'Behandelaar', open: 'Open', teLaat: 'Te laat', tweeWeken: 'Binnen twee weken' },
  watAls: {
    formulier: 'Wat als collega’s afwezig zijn?',
    collegas: 'Wat als zoveel collega’s …',
    weken: '… zoveel weken afwezig zijn?',
    knop: 'Schat',
    titel: (afwezig: { collegas: number; weken: number }) =>
      `Schatting: ${collegas(afwezig.collegas)} ${afwezig.collegas === 1 ? 'is' : 'zijn'} ${afwezig.weken} ${afwezig.weken === 1 ? 'week' : 'weken'} afwezig`,
    uitkomst: ({
      collegas: n,
      extra,
      geschat,
      onbekend,
    }: Record<'collegas' | 'extra' | 'geschat' | 'onbekend', number>) =>
      `Dan ${extra === 1 ? 'komt' : 'komen'} er ongeveer ${zaken(extra)} extra na de fatale datum. Dit is geschat uit hoe lang zaken het afgelopen jaar duurden, voor ${zaken(geschat)} van ${collegas(n)}. Over ${zaken(onbekend)} kunnen wij niets zeggen: de termijn staat stil, of wij kennen de doorlooptijd niet.`,
  },
} as const
