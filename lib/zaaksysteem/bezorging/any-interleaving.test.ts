import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import { redeliver } from '../herstel/redeliver.ts'
import { insertTestGebeurtenis } from '../outbox/test-gebeurtenis.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { catchUp } from './catch-up.ts'
import type { ClaimedBezorging } from './claim/claim-bezorgingen.ts'
import { distributeAndClaim, distributeAndLease } from './claim/distribute-and-lease.ts'
import { LEASE_SECONDS } from './claim/limits.ts'
import { recordPogingen } from './record/record-pogingen.ts'
import { addAbonnement, endedPoging } from './test-abonnement.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const RUNS = 60
const ZAKEN = 3
/** More rounds than the longest schedule and an open circuit need. */
const ROUNDS_UNTIL_QUIET = 60

let now = NOW
const ctx = await openTestZaaksysteem({ clock: () => now })

/** A bezorging that a worker has claimed, and maybe sent already. */
type Held = { bezorging: ClaimedBezorging; untilMs: number; isSent: boolean }

type Model = {
  zaken: string[]
  workers: [Held[], Held[]]
  /** sequences that arrived at each abonnement */
  arrived: Map<string, Set<number>>
  /** replayed bezorgingen, which do not wait for a later one that is under way; nor do their retries */
  replayed: Set<string>
}

const zaak = fc.nat(ZAKEN - 1)
const worker = fc.constantFrom(0 as const, 1 as const)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('change' as const), zaak }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rollBack' as const), zaak }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('claim' as const),
      worker,
      limit: fc.integer({ min: 1, max: 12 }),
      onlyNew: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('send' as const), worker }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('record' as const), worker, fails: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('die' as const), worker }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      seconds: fc.constantFrom(1, 6, LEASE_SECONDS + 1, 400),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replay' as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('catchUp' as const) }) },
)

function pass(seconds: number) {
  now = new Date(now.getTime() + seconds * SECOND_MS)
}

const write = (zaakId: string) => insertTestGebeurtenis(ctx.pool, { zaakId, vastgelegdOp: now })

async function rollBack(zaakId: string) {
  const client = await ctx.pool.connect()
  await client.query('begin')
  await insertTestGebeurtenis(client, { zaakId, vastgelegdOp: now })
  await client.query('rollback')
  client.release()
}

const WAITS_FOR_EARLIER = `
  select mine.id from bezorging mine join bezorging earlier
    on earlier.abonnement_id = mine.abonnement_id and earlier.zaak_id = mine.zaak_id and earlier.sequence < mine.sequence
  where mine.id = any ($1) and earlier.status = 'wachtend'`

/**
 * Claims, and checks that each bezorging is the first of its zaak, unless it was under way when an earlier
 * one was replayed.
 */
async function claim({ workers }: Model, who: 0 | 1, { limit, onlyNew }: { limit: number; onlyNew: boolean }) {
  const { claimed } = await (onlyNew ? distributeAndLease : distributeAndClaim)(ctx, { limit })
  const fresh = claimed.filter(({ hervat }) => !hervat).map(({ id }) => id)
  expect((await ctx.pool.query(WAITS_FOR_EARLIER, [fresh])).rows).toEqual([])
  const untilMs = now.getTime() + LEASE_SECONDS * SECOND_MS
  workers[who].push(...claimed.map((bezorging) => ({ bezorging, untilMs, isSent: false })))
}

function arrive({ arrived }: Model, held: Held) {
  held.isSent = true
  const { abonnementId, body } = held.bezorging
  const { sequence } = JSON.parse(body) as { sequence: string }
  const sink = arrived.get(abonnementId) ?? new Set()
  arrived.set(abonnementId, sink.add(Number(sequence)))
}

async function record(model: Model, who: 0 | 1, fails: boolean) {
  const held = model.workers[who].shift()
  if (!held) return
  if (!fails && !held.isSent) arrive(model, held)
  const outcome = fails ? ({ httpStatus: 503, foutsoort: 'http_5xx' } as const) : {}
  await recordPogingen(ctx, [endedPoging(ctx, held.bezorging, outcome)])
}

async function replay({ replayed }: Model, which: number) {
  const { rows } = await ctx.pool.query("select id from bezorging where status <> 'wachtend' order by id")
  const { id } = rows[which % rows.length] ?? {}
  if (!id) return
  await redeliver(ctx, { bezorgingId: id, actor: OPDRACHTREGEL })
  replayed.add(id)
}

async function take(model: Model, each: typeof step extends fc.Arbitrary<infer Step> ? Step : never) {
  if (each.do === 'change') return write(model.zaken[each.zaak] as string)
  if (each.do === 'rollBack') return rollBack(model.zaken[each.zaak] as string)
  if (each.do === 'claim') return claim(model, each.worker, each)
  if (each.do === 'record') return record(model, each.worker, each.fails)
  if (each.do === 'replay') return replay(model, each.which)
  if (each.do === 'catchUp') return catchUp(ctx)
  if (each.do === 'die') return void model.workers[each.worker].splice(0)
  if (each.do === 'wait') return pass(each.seconds)
  const next = model.workers[each.worker].find(({ isSent }) => !isSent)
  if (next) arrive(model, next)
}

/**
 * One zaak has at most one bezorging under way to a sink, except replayed ones, and the sequences have no
 * gap.
 */
async function expectInvariants({ workers, replayed }: Model) {
  const leased = workers
    .flat()
    .filter(({ bezorging, untilMs }) => untilMs > now.getTime() && !replayed.has(bezorging.id))
  const places = leased.map(({ bezorging }) => `${bezorging.abonnementId} ${bezorging.zaakId}`)
  expect(new Set(places).size).toBe(places.length)
  const { rows } = await ctx.pool.query(
    'select count(*)::int as count, max(sequence) as last, min(sequence) as first from gebeurtenis',
  )
  const [{ count, first, last }] = rows
  expect(last - first + 1).toBe(count)
}

/** Delivers everything that waits, as an undisturbed worker would. */
async function untilQuiet(model: Model) {
  model.workers[0].splice(0)
  model.workers[1].splice(0)
  for (let round = 0; round < ROUNDS_UNTIL_QUIET; round++) {
    await claim(model, 0, { limit: 256, onlyNew: false })
    while (model.workers[0].length > 0) await record(model, 0, false)
    if ((await ctx.db.bezorging.count({ where: { status: 'wachtend' } })) === 0) return
    pass((LEASE_SECONDS + 1) * (round + 1))
  }
  throw new Error('A bezorging is still waiting after the last round')
}

test('each event arrives in the order of its zaak under any interleaving of two workers, crashes, retries and replays', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      await ctx.db.abonnement.deleteMany()
      const zaken = await Promise.all(Array.from({ length: ZAKEN }, async () => (await registerTestZaak(ctx)).id))
      const schema = { herhaalschema: [5, 60, 300, 3600], maxGelijktijdig: 4 }
      const abonnementen = [await addAbonnement(ctx, schema), await addAbonnement(ctx, schema)]
      const model: Model = { zaken, workers: [[], []], arrived: new Map(), replayed: new Set() }
      for (const each of steps) {
        await take(model, each)
        await expectInvariants(model)
      }
      await untilQuiet(model)

      const events = await ctx.db.gebeurtenis.findMany({
        where: { zaakId: { in: zaken } },
        orderBy: { sequence: 'asc' },
        include: { bezorgingen: true },
      })
      for (const { bezorgingen } of events) {
        expect(bezorgingen.map(({ abonnementId }) => abonnementId).sort()).toEqual([...abonnementen].sort())
      }
      for (const { abonnementId, sequence, status } of events.flatMap(({ bezorgingen }) => bezorgingen)) {
        const hasArrived = model.arrived.get(abonnementId)?.has(sequence) ?? false
        expect(status === 'bezorgd' ? hasArrived : status, `event ${sequence}`).toBe(status === 'bezorgd' || 'mislukt')
      }
    }),
    { numRuns: RUNS },
  )
}, 180_000)
