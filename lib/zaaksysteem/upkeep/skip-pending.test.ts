import { afterEach, expect, test } from 'vitest'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { addTestBezorgingen } from '../herstel/test-bezorgingen.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { skipPending } from './skip-pending.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const LEASED = new Date('2026-11-25T09:00:30Z')

const ctx = await openTestZaaksysteem({ clock: () => NOW })
afterEach(() => ctx.db.abonnement.deleteMany())

const bezorgingen = () => ctx.db.bezorging.findMany({ orderBy: { sequence: 'asc' } })

test.each(['gepauzeerd', 'uitgeschakeld'] as const)(
  'only waiting bezorgingen of an abonnement that is %s become overgeslagen',
  async (status) => {
    await addTestBezorgingen(ctx, await addAbonnement(ctx, { status }), [
      { zaak: 'a', status: 'wachtend', volgendePoging: NOW, leaseTot: LEASED },
      { zaak: 'a', status: 'wachtend', volgendePoging: null },
      { status: 'wachtend', pogingen: 2, herhaling: true, volgendePoging: LEASED, leaseTot: NOW },
      { status: 'mislukt' },
    ])
    await addTestBezorgingen(ctx, await addAbonnement(ctx), [{ status: 'wachtend', volgendePoging: NOW }])
    expect(await skipPending(ctx)).toBe(2)
    expect(await skipPending(ctx)).toBe(0)
    const skipped = { status: 'overgeslagen', volgendePoging: null, afgerondOp: NOW }
    expect(await bezorgingen()).toMatchObject([
      { status: 'wachtend', volgendePoging: NOW, leaseTot: LEASED },
      skipped,
      skipped,
      { status: 'mislukt' },
      { status: 'wachtend' },
    ])
  },
)

test('after an abort halfway the rest of each zaak still begins with the due bezorging', async () => {
  const perZaak = Array.from({ length: 40 }, (_, zaak) => zaak).flatMap((zaak) =>
    Array.from({ length: 30 }, (_, index) => ({
      zaak: `${zaak}`,
      status: 'wachtend' as const,
      volgendePoging: index === 0 ? NOW : null,
    })),
  )
  await addTestBezorgingen(ctx, await addAbonnement(ctx, { status: 'gepauzeerd' }), perZaak)
  const stop = new AbortController()
  const clock = () => {
    stop.abort()
    return NOW
  }
  expect(await skipPending({ ...ctx, clock }, { signal: stop.signal })).toBe(1000)

  const left = (await bezorgingen()).filter(({ status }) => status === 'wachtend')
  expect(left).toHaveLength(200)
  const first = new Map(left.toReversed().map(({ zaakId, volgendePoging }) => [zaakId, volgendePoging]))
  expect([...first.values()]).toEqual(Array.from({ length: 7 }, () => NOW))
})
