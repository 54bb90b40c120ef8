import { expect, test } from 'vitest'
import { distributeAndClaim } from '../bezorging/claim/distribute-and-lease.ts'
import { recordPogingen } from '../bezorging/record/record-pogingen.ts'
import { addAbonnement, endedPoging } from '../bezorging/test-abonnement.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { resumeExpired } from '../upkeep/resume-expired.ts'
import { removeZaak } from '../zaak/bewaren/remove-zaak.ts'
import { receiveAanvulling } from '../zaak/handelingen/aanvulling/receive-aanvulling.ts'
import { requestAanvulling } from '../zaak/handelingen/aanvulling/request-aanvulling.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { AANVRAGER, actorOf, registerSoundZaak, registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import { assignZaken } from '../zaak/toewijzing/assign-zaken.ts'
import { countSignaleringen, findSignaleringen } from './find-signaleringen.ts'
import { markSignaleringenGezien } from './mark-signaleringen-gezien.ts'

const ASKED = new Date('2026-11-26T09:00:00Z')
let now = ASKED
const ctx = await openTestZaaksysteem({ clock: () => now })

const person = async (...more: string[]) => {
  const data = { subject: crypto.randomUUID(), naam: 'C. Mulder', team: '', rollen: ['behandelaar', ...more] }
  return (await ctx.db.behandelaar.create({ data })).id
}
const request = () => ({
  client: 'publieksportaal',
  sleutel: crypto.randomUUID(),
  requestHash: 'hash',
  httpStatus: 201,
})
const soorten = async (behandelaarId: string) =>
  (await findSignaleringen(ctx, actorOf(behandelaarId))).map(({ soort }) => soort)
const assign = (zaakId: string, aan: string | null, door: string) =>
  assignZaken(ctx, {
    zaken: [{ id: zaakId }],
    naar: { behandelaar: aan ? { id: aan } : null },
    door: { behandelaarId: door },
  })

async function asked() {
  now = ASKED
  const zaak = await registerTestZaak(ctx)
  const aanvullingen = [{ naam: 'Plattegrond' }]
  await requestAanvulling(ctx, { ...zaak.change, versie: 1, uiterlijk: '2026-12-10', aanvullingen })
  return { ...zaak, received: { ...zaak.change, versie: 2, op: '2026-11-26' } }
}

test('a reassigned zaak gives its new behandelaar a signalering, and those of the former one no longer hold', async () => {
  const { id, behandelaarId } = await registerTestZaak(ctx)
  const [ander, derde, coordinator] = [await person(), await person(), await person('coordinator')]
  await assign(id, ander, coordinator)
  expect(await findSignaleringen(ctx, actorOf(ander))).toMatchObject([
    { soort: 'toegewezen', zaakId: id, omschrijving: 'Standplaats voor vis', aangemaaktOp: now },
  ])
  expect(await soorten(behandelaarId)).toEqual([])
  await assign(id, derde, coordinator)
  expect([await soorten(ander), await soorten(derde)]).toEqual([[], ['toegewezen']])
  await assign(id, null, coordinator)
  expect([await soorten(derde), await countSignaleringen(ctx, derde)]).toEqual([[], 0])
})

test('taking a zaak oneself, or moving it to another team, gives no signalering', async () => {
  const { id } = await registerTestZaak(ctx)
  const [taker, coordinator] = [await person(), await person('coordinator')]
  await assign(id, taker, taker)
  expect(await soorten(taker)).toEqual([])
  const naar = { behandelaar: { id: taker }, team: 'Omgeving' }
  await assignZaken(ctx, { zaken: [{ id }], naar, door: { behandelaarId: coordinator } })
  expect(await soorten(taker)).toEqual([])
})

test('a zaak that an API client assigns gives its behandelaar a signalering', async () => {
  const [{ id }, ander] = [await registerTestZaak(ctx), await person()]
  await assignZaken(ctx, { zaken: [{ id }], naar: { behandelaar: { id: ander } }, door: { request: request() } })
  expect(await soorten(ander)).toEqual(['toegewezen'])
})

test.each([
  ['an API client registered', ['toegewezen'], () => ({ request: request() })],
  ['a colleague registered', ['toegewezen'], (_: string, collega: string) => ({ behandelaarId: collega })],
  ['the behandelaar registered', [], (own: string) => ({ behandelaarId: own })],
  ['the application form brought', [], () => undefined],
])('a zaak that %s gives its behandelaar the signaleringen %j', async (_, told, doorOf) => {
  const [behandelaarId, collega] = [await person(), await person('coordinator')]
  const gezetDoor = doorOf(behandelaarId, collega)
  await registerSoundZaak(ctx, {
    zaaktype: 'APV-STAND',
    omschrijving: 'Vis',
    aanvrager: AANVRAGER,
    behandelaar: { id: behandelaarId },
    traceparent: TRACEPARENT,
    ...(gezetDoor && { gezetDoor }),
  })
  expect(await soorten(behandelaarId)).toEqual(told)
})

test.each([
  ['an API client', async () => ({ request: request() })],
  ['a colleague', async () => ({ behandelaarId: await person() })],
])('an aanvulling that %s received gives a signalering', async (_, door) => {
  const { behandelaarId, received } = await asked()
  expect(await receiveAanvulling(ctx, { ...received, gezetDoor: await door() })).toMatchObject({ ok: true })
  expect(await soorten(behandelaarId)).toEqual(['aanvulling_ontvangen'])
})

test('an aanvulling that the behandelaar received himself, or that was refused, gives no signalering', async () => {
  const { behandelaarId, received } = await asked()
  expect(await receiveAanvulling(ctx, received)).toMatchObject({ ok: true })
  expect(await receiveAanvulling(ctx, { ...received, gezetDoor: { request: request() } })).toMatchObject({ ok: false })
  expect(await soorten(behandelaarId)).toEqual([])
})

test('an aanvulling that did not come in time gives one signalering, also with two workers', async () => {
  const { behandelaarId } = await asked()
  now = new Date('2026-12-11T09:00:00Z')
  await Promise.all([resumeExpired(ctx), resumeExpired(ctx)])
  await resumeExpired(ctx)
  expect(await soorten(behandelaarId)).toEqual(['aanvulling_verlopen'])
})

/** Adds abonnementen for zaken that are registered later. Many failures at once would open the circuit. */
async function subscribe(count: number) {
  await distributeAndClaim(ctx, { limit: 256 })
  for (let i = 0; i < count; i++) await addAbonnement(ctx)
}

/** Fails the first waiting bezorging of each zaak, of every abonnement. */
async function fail() {
  const { claimed } = await distributeAndClaim(ctx, { limit: 256 })
  const refused = { httpStatus: 500, foutsoort: 'http_5xx' } as const
  await recordPogingen(
    ctx,
    claimed.map((bezorging) => endedPoging(ctx, { ...bezorging, pogingen: 99 }, refused)),
  )
}

test('dead letters give one signalering per zaak until it is seen, also when the zaak is closed', async () => {
  await subscribe(2)
  const { id, behandelaarId, change } = await registerTestZaak(ctx)
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })
  await fail()
  await fail()
  expect(await ctx.db.bezorging.count({ where: { zaakId: id, status: 'mislukt' } })).toBe(4)
  expect(await soorten(behandelaarId)).toEqual(['bezorging_mislukt'])
  await ctx.db.abonnement.deleteMany()
})

test('a removed zaak gives no signalering, and its attempts are recorded', async () => {
  await subscribe(1)
  const { id: zaakId, behandelaarId } = await registerTestZaak(ctx, { rollen: ['beheerder'] })
  await removeZaak(ctx, {
    zaakId,
    versie: 1,
    grond: 'vergissing',
    door: { behandelaarId },
    traceparent: TRACEPARENT,
  })
  await fail()
  expect(await ctx.db.bezorging.count({ where: { zaakId, status: 'mislukt' } })).toBe(1)
  expect(await ctx.db.signalering.count({ where: { zaakId } })).toBe(0)
  await ctx.db.abonnement.deleteMany()
})

test('signaleringen of an open zaak no longer hold when it is closed', async () => {
  const { id, change } = await registerTestZaak(ctx)
  const ander = await person()
  await assign(id, ander, await person('coordinator'))
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })
  expect(await soorten(ander)).toEqual([])
})

test('one signalering or all of a zaak can be marked as seen, only own ones, and keeps its first time', async () => {
  const [behandelaarId, ander, coordinator] = [await person(), await person(), await person('coordinator')]
  const [een, twee, drie] = [await registerTestZaak(ctx), await registerTestZaak(ctx), await registerTestZaak(ctx)]
  for (const { id } of [een, twee, drie]) await assign(id, behandelaarId, coordinator)
  const { id = '' } =
    (await findSignaleringen(ctx, actorOf(behandelaarId))).find(({ zaakId }) => zaakId === een.id) ?? {}

  const mark = (who: string, of: { ids: string[] } | { zaakId: string }) =>
    markSignaleringenGezien(ctx, { behandelaarId: who, of })
  expect([await mark(ander, { ids: [id] }), await mark(ander, { zaakId: een.id })]).toEqual([0, 0])
  expect([await mark(behandelaarId, { ids: [id] }), await mark(behandelaarId, { ids: [id] })]).toEqual([1, 0])
  expect(await countSignaleringen(ctx, behandelaarId)).toBe(2)
  expect(await mark(behandelaarId, { zaakId: twee.id })).toBe(1)
  expect((await findSignaleringen(ctx, actorOf(behandelaarId))).map(({ zaakId }) => zaakId)).toEqual([drie.id])
})
