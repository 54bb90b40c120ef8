import { expect, test } from 'vitest'
import { findZaaktypen } from '../catalogus/find-zaaktypen.ts'
import { chosenResultaattypen } from '../catalogus/zaaktype.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { actorOf } from '../zaak/test-zaak.ts'
import type { Bulkhandeling, Invoer } from './bulkhandelingen.ts'
import { type BulkopdrachtDetail, findBulkopdrachtOf } from './find-bulkopdracht.ts'
import { findOffered } from './find-offered.ts'
import { previewBulk } from './preview-bulk.ts'
import { processBulkopdrachten } from './process-bulkopdrachten.ts'
import { addCoordinator, orderTestBulk, prepareTestBulk, registerZaken } from './test-bulk.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const ctx = await openTestZaaksysteem({ clock: () => NOW })
const behandelaarId = await addCoordinator(ctx)

const offered = (zaakIds: string[]) =>
  findOffered(ctx, { behandelaarId, regels: zaakIds.map((zaakId) => ({ zaakId })) })

test('zaken of one zaaktype are offered every reachable status and the other possible handelingen', async () => {
  const { handelingen, statustypen, redenen, maxVerlenging } = await offered(await registerZaken(ctx, 2))
  expect(handelingen).toEqual(['status', 'beslissen', 'opschorten', 'verlengen'])
  expect(statustypen.map(({ isEindstatus }) => isEindstatus)).not.toContain(true)
  expect(statustypen.map(({ code }) => code)).not.toContain('aanvraag_ontvangen')
  expect(redenen.length).toBeGreaterThan(0)
  expect(maxVerlenging).toBe(56)
})

test('zaken of several zaaktypen are offered only the choices that all of them have', async () => {
  const [one, other] = (await findZaaktypen(ctx)).filter(({ identificatie }) => identificatie !== 'APV-STAND')
  if (!one || !other) throw new Error('The catalogus has too few zaaktypen')
  const zaken = await Promise.all([one, other].map(({ identificatie }) => registerZaken(ctx, 1, identificatie)))
  const { statustypen, resultaattypen } = await offered(zaken.flat())
  const codesOf = (list: { code: string }[]) => list.map(({ code }) => code)
  for (const { code } of statustypen) {
    expect(codesOf(one.statustypen)).toContain(code)
    expect(codesOf(other.statustypen)).toContain(code)
  }
  const common = codesOf(chosenResultaattypen(one)).filter((code) => codesOf(other.resultaattypen).includes(code))
  expect(codesOf(resultaattypen)).toEqual(common)
})

test('hervatten is offered when one zaak is suspended, verlengen while one was not extended', async () => {
  const [suspended, extended] = (await registerZaken(ctx, 2)) as [string, string]
  await orderTestBulk(ctx, {
    behandelaarId,
    zaakIds: [suspended],
    handeling: 'opschorten',
    invoer: { reden: 'overmacht', op: '2026-11-25', tot: '2026-12-09' },
  })
  const invoer = { dagen: 7, toelichting: 'Druk.' }
  await orderTestBulk(ctx, { behandelaarId, zaakIds: [extended], handeling: 'verlengen', invoer })
  await processBulkopdrachten(ctx)
  expect((await offered([suspended, extended])).handelingen).toEqual([
    'status',
    'beslissen',
    'opschorten',
    'hervatten',
    'verlengen',
  ])
  expect((await offered([extended])).handelingen).toEqual(['status', 'beslissen', 'opschorten'])
})

test('overdue zaken can be verlengd and opgeschort by a letter from before the end of the term', async () => {
  const zaakIds = await registerZaken(ctx, 3)
  await ctx.db.zaak.updateMany({
    where: { id: { in: zaakIds } },
    data: { startdatum: new Date('2026-09-01'), uiterlijkeEinddatum: new Date('2026-11-24') },
  })
  expect((await offered(zaakIds)).handelingen).toEqual(['status', 'beslissen', 'opschorten', 'verlengen'])
  const previewed = async (handeling: Bulkhandeling, invoer: Invoer) => {
    const opdrachtId = await prepareTestBulk(ctx, { behandelaarId, zaakIds, handeling, invoer })
    const opdracht = await findBulkopdrachtOf(ctx, { actor: actorOf(behandelaarId), opdrachtId })
    return (await previewBulk(ctx, opdracht as BulkopdrachtDetail)).map((one) => (one.ok ? 'ok' : one.broken))
  }
  const each = (answer: unknown) => zaakIds.map(() => answer)
  const verlengen = { dagen: 7, toelichting: 'Druk.' }
  expect(await previewed('verlengen', verlengen)).toEqual(each(['term_passed']))
  expect(await previewed('verlengen', { ...verlengen, op: '2026-11-24' })).toEqual(each('ok'))
  const opschorten = { reden: 'overmacht', tot: '2026-12-09' }
  expect(await previewed('opschorten', { ...opschorten, op: '2026-11-25' })).toEqual(each(['begins_after_term']))
  expect(await previewed('opschorten', { ...opschorten, op: '2026-11-24' })).toEqual(each('ok'))
})

test('zaken that do not exist are offered nothing', async () => {
  expect((await offered([crypto.randomUUID()])).handelingen).toEqual([])
})
