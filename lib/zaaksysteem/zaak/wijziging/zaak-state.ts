import type { Dwangsomgrond, Opschorting } from '../../generated/client.ts'

/** What acts change of a zaak, and each row of its history holds. Dates are `yyyy-mm-dd`. */
export type ZaakState = {
  statustype: string
  statuscode: string
  resultaat: string | null
  einddatum: string | null
  einddatumGepland: string
  uiterlijkeEinddatum: string
  /** by how many days the Algemene termijnenwet moved it */
  doorgeschovenDagen: number
  /** why the term stands still, and since the day after which day; null when it runs */
  opschorting: Opschorting | null
  opgeschortOp: string | null
  opgeschortTot: string | null
  hervatOp: string | null
  /** the stilstand that goes on when the aanvulling that is open ends; null without one */
  daarnaReden: string | null
  daarnaOp: string | null
  daarnaTot: string | null
  verlengd: boolean
  /** the day on which the draft was laid ter inzage (Awb 3:11), and whether zienswijzen came; null: nobody said */
  ontwerpdatum: string | null
  zienswijzen: boolean | null
  /** the day on which an ingebrekestelling came (Awb 4:17) */
  ingebrekegesteldOp: string | null
  /** the besluit on what that costs: when it is made known, how much in euros, and why nothing (Awb 4:18, 4:17 lid 6) */
  dwangsomBekendOp: string | null
  dwangsomBedrag: number | null
  dwangsomGrond: Dwangsomgrond | null
  /** the bestuursorgaan that it was sent on to last, and when (Awb 2:3) */
  doorgezondenNaar: string | null
  doorgezondenOp: string | null
}

const COLUMNS: Record<keyof ZaakState, { column: string; type: string }> = {
  statustype: { column: 'statustype', type: 'text' },
  statuscode: { column: 'statuscode', type: 'text' },
  resultaat: { column: 'resultaat', type: 'text' },
  einddatum: { column: 'einddatum', type: 'date' },
  einddatumGepland: { column: 'einddatum_gepland', type: 'date' },
  uiterlijkeEinddatum: { column: 'uiterlijke_einddatum', type: 'date' },
  doorgeschovenDagen: { column: 'doorgeschoven_dagen', type: 'int' },
  opschorting: { column: 'opschorting', type: 'opschorting' },
  opgeschortOp: { column: 'opgeschort_op', type: 'date' },
  opgeschortTot: { column: 'opgeschort_tot', type: 'date' },
  hervatOp: { column: 'hervat_op', type: 'date' },
  daarnaReden: { column: 'daarna_reden', type: 'text' },
  daarnaOp: { column: 'daarna_op', type: 'date' },
  daarnaTot: { column: 'daarna_tot', type: 'date' },
  verlengd: { column: 'verlengd', type: 'boolean' },
  ontwerpdatum: { column: 'ontwerpdatum', type: 'date' },
  zienswijzen: { column: 'zienswijzen', type: 'boolean' },
  ingebrekegesteldOp: { column: 'ingebrekegesteld_op', type: 'date' },
  dwangsomBekendOp: { column: 'dwangsom_bekend_op', type: 'date' },
  dwangsomBedrag: { column: 'dwangsom_bedrag', type: 'int' },
  dwangsomGrond: { column: 'dwangsom_grond', type: 'dwangsomgrond' },
  doorgezondenNaar: { column: 'doorgezonden_naar', type: 'text' },
  doorgezondenOp: { column: 'doorgezonden_op', type: 'date' },
}

const columns = Object.entries(COLUMNS)

/** Picks the state of a zaak from an object that holds more. */
export function stateOf(zaak: ZaakState): ZaakState {
  const names = Object.keys(COLUMNS) as (keyof ZaakState)[]
  return Object.fromEntries(names.map((name) => [name, zaak[name]])) as ZaakState
}

/** The same columns in `zaak` and in `status`. */
export const STATE_COLUMNS = columns.map(([, { column }]) => column).join(', ')

/** The columns of a zaak as `pg` gives a ZaakState: dates as text. */
export const SELECT_STATE = columns
  .map(([name, { column, type }]) => `${column}${type === 'date' ? '::text' : ''} as "${name}"`)
  .join(', ')

/** What becomes of the state, beside the columns of a zaak that have it now. */
const next = (column: string) => `next_${column}`

/** The state that comes as columns of an act, by their SQL type. */
export const NEXT_STATE: Readonly<Record<string, string>> = Object.fromEntries(
  columns.map(([, { column, type }]) => [next(column), type]),
)

/** Sets the columns of a zaak to the state that comes. */
export const SET_STATE = columns.map(([, { column }]) => `${column} = act.${next(column)}`).join(', ')

/** As a row of an act has it. */
export function nextState(state: ZaakState): Record<string, unknown> {
  return Object.fromEntries(columns.map(([name, { column }]) => [next(column), state[name as keyof ZaakState]]))
}
