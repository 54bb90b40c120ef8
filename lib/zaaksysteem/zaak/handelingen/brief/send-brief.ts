import { briefRequest } from '#lib/contract/handeling-requests.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { SENT } from '../rules.ts'

const dutchDate = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' })

/** Per post verstuurd: records a letter to the aanvrager. It changes neither term nor status. */
export const SEND_BRIEF = {
  soort: 'brief_verstuurd',
  auditnaam: 'brief_versturen',
  recht: 'behandelen',
  needs: [],
  rules: SENT,
  next: () => ({}),
  tells: ({ input: { op } }) => `Wij stuurden u op ${dutchDate.format(new Date(op))} een brief.`,
  api: {
    segment: 'brieven',
    scope: 'zaken.statussen.toevoegen',
    schema: briefRequest,
    id: 'briefVersturen',
    name: 'Brief',
    summary: 'Record a letter to the aanvrager',
    example: { versie: 2, op: '2026-11-25' },
  },
} as const satisfies Act<InputOf<typeof briefRequest>>

export const sendBrief = performing(SEND_BRIEF)
