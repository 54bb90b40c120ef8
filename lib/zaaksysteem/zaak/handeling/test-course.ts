import { v7 } from 'uuid'
import { addToDate } from '#lib/platform/calendar.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Handelingsnaam } from './handelingen.ts'

export const FIRST_DAY = '2026-03-02'
const LATER = '2026-03-16'

const toelichting = 'Omdat het moet.'
export const GEVRAAGD = 'Foto van de kraam'
const AANVULLEN = { naam: 'aanvullen', input: { uiterlijk: LATER, aanvullingen: [{ naam: GEVRAAGD }] } } as const

type Step = {
  naam: Handelingsnaam
  input: object
  /** the day on which it is done; FIRST_DAY when absent */
  on?: string
  /** what must be there that no act brings */
  before?: (ctx: Pick<ZaaksysteemContext, 'db'>, zaakId: string) => Promise<unknown>
}

/** Every act, one after another on one zaak: each can be done when the one before was. */
export const COURSE: readonly Step[] = [
  { naam: 'status', input: { statustype: 'in_behandeling' } },
  { naam: 'corrigeren', input: { toelichting } },
  { naam: 'opschorten', input: { reden: 'overmacht', op: FIRST_DAY, tot: LATER } },
  { naam: 'hervatten', input: { op: FIRST_DAY } },
  { naam: 'verlengen', input: { dagen: 7, toelichting } },
  { naam: 'herstellen', input: { toelichting } },
  { naam: 'verlengen', input: { dagen: 14, toelichting } },
  AANVULLEN,
  { naam: 'aanvulling-ontvangen', input: { op: FIRST_DAY } },
  AANVULLEN,
  { naam: 'aanvulling-verlopen', input: {}, on: addToDate(LATER, 'P1D') },
  { naam: 'intrekking-afwijzen', input: { toelichting }, before: askIntrekking },
  { naam: 'status', input: { statustype: 'besluit_genomen', resultaat: 'geweigerd' } },
  { naam: 'heropenen', input: { toelichting } },
]

function askIntrekking({ db }: Pick<ZaaksysteemContext, 'db'>, zaakId: string) {
  const at = new Date(`${FIRST_DAY}T09:00:00Z`)
  const asks = { id: v7(), zaakId, client: 'portaal', kenmerk: v7(), soort: 'intrekking' } as const
  return db.inzending.create({ data: { ...asks, tijdstip: at, ontvangenOp: at } })
}

/** What might be filled in, of the days that can matter: if none of these is let through, nothing is. */
export const INPUTS: Record<Handelingsnaam, (days: readonly string[]) => object[]> = {
  status: () => ['in_behandeling', 'besloten'].map((statustype) => ({ statustype, resultaat: 'verleend' })),
  opschorten: (days) => days.map((op) => ({ reden: 'overmacht', op, tot: addToDate(op, 'P1D') })),
  hervatten: (days) => days.map((op) => ({ op })),
  verlengen: () => [{ dagen: 1, toelichting }],
  aanvullen: (days) => days.map((uiterlijk) => ({ uiterlijk, aanvullingen: [] })),
  'aanvulling-ontvangen': (days) => days.map((op) => ({ op })),
  'aanvulling-verlopen': () => [{}],
  'intrekking-afwijzen': () => [{ toelichting }],
  corrigeren: () => [{ toelichting }],
  herstellen: () => [{ toelichting }],
  heropenen: () => [{}],
}
