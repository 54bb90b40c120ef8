import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { createOnce } from '#lib/platform/once.ts'
import { answerApi } from '../openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { openZaak } from '../zaak/detail/open-zaak.ts'
import { expireAanvulling } from '../zaak/handelingen/aanvulling/expire-aanvulling.ts'
import { requestAanvulling } from '../zaak/handelingen/aanvulling/request-aanvulling.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { addNotitie } from '../zaak/notitie/add-notitie.ts'
import { AANVRAGER, LEZER, registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import { assignZaken } from '../zaak/toewijzing/assign-zaken.ts'
import { hashBetrokkene } from './hash-betrokkene.ts'
import { clearAuditregels } from './test-auditregels.ts'

const [, TRACE = '', SPAN = ''] = TRACEPARENT.split('-')
let now = new Date('2026-11-25T09:00:00Z')
let ctx: TestZaaksysteem
beforeAll(async () => {
  ctx = await createTestZaaksysteem({
    clock: () => now,
    scopes: 'zaken.lezen+zaken.bsn.lezen+zaken.statussen.toevoegen',
  })
})
beforeEach(() => clearAuditregels(ctx))
afterAll(() => ctx.close())

const stored = async () =>
  (await ctx.db.auditregel.findMany({ orderBy: [{ tijdstip: 'asc' }, { id: 'asc' }] })).map(
    ({ traceId, parentSpanId, betrokkene, ...row }) => ({
      ...row,
      trace: Buffer.from(traceId).toString('hex'),
      parent: parentSpanId && Buffer.from(parentSpanId).toString('hex'),
      betrokkene: betrokkene && Buffer.from(betrokkene).toString('hex'),
    }),
  )

function request(path = '', options: RequestInit = {}) {
  const headers = { Authorization: `Bearer ${ctx.apiToken}`, traceparent: TRACEPARENT }
  return new Request(`http://localhost/api/zaaksysteem/v1/zaken${path}`, {
    ...options,
    headers: { ...headers, ...options.headers },
  })
}

test('every act on a zaak writes an auditregel with its actor, trace and betrokkene, under the id of its event', async () => {
  const { id: zaakId, behandelaarId, change } = await registerTestZaak(ctx)
  now = new Date('2026-11-25T10:00:00Z')
  const set = await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
  now = new Date('2026-11-25T11:00:00Z')
  const aanvullingen = [{ naam: 'Een plattegrond' }]
  await requestAanvulling(ctx, { ...change, versie: 2, uiterlijk: '2026-11-30', aanvullingen })
  now = new Date('2026-12-02T09:00:00Z')
  await expireAanvulling(ctx, { ...change, versie: 3, gezetDoor: { taak: 'termijnbewaking' } })
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
  if (!set.ok) throw new Error('refused')

  const betrokkene = hashBetrokkene(ctx, AANVRAGER.bsn).toString('hex')
  const about = { zaakId, uitkomst: 'gelukt', trace: TRACE, parent: SPAN, betrokkene }
  const behandelaar = { actorSoort: 'behandelaar', actor: behandelaarId }
  expect(await stored()).toMatchObject([
    { handeling: 'zaak_registreren', actorSoort: 'taak', actor: 'aanvraagformulier', ...about },
    { handeling: 'status_zetten', id: set.gebeurtenisId, ...behandelaar, ...about },
    { handeling: 'aanvulling_vragen', ...behandelaar, ...about },
    { handeling: 'aanvulling_verlopen', actorSoort: 'taak', actor: 'termijnbewaking', ...about },
  ])
  expect(JSON.stringify(await stored())).not.toMatch(new RegExp(`${AANVRAGER.bsn}|${AANVRAGER.naam}|plattegrond`))
})

test('handelingen without an event write auditregels too: toewijzen, for each of many zaken, and a notitie', async () => {
  const [one, other, closed] = [await registerTestZaak(ctx), await registerTestZaak(ctx), await registerTestZaak(ctx)]
  await ctx.db.zaak.update({ where: { id: closed.id }, data: { einddatum: now } })
  await ctx.db.behandelaar.update({ where: { id: one.behandelaarId }, data: { rollen: ['coordinator'] } })
  await clearAuditregels(ctx)
  const door = { behandelaarId: one.behandelaarId }
  const zaken = [one, other, closed].map(({ id }) => ({ id }))
  await assignZaken(ctx, { zaken, naar: { behandelaar: null }, door, traceparent: TRACEPARENT })
  now = new Date(now.getTime() + MINUTE_MS)
  await addNotitie(ctx, { zaakId: one.id, tekst: 'Mevrouw belde.', ...door, traceparent: TRACEPARENT })
  const about = {
    actorSoort: 'behandelaar',
    actor: one.behandelaarId,
    uitkomst: 'gelukt',
    trace: TRACE,
    parent: SPAN,
    betrokkene: hashBetrokkene(ctx, AANVRAGER.bsn).toString('hex'),
  }
  const rows = await stored()
  expect(rows).toMatchObject([
    { handeling: 'zaak_toewijzen', ...about },
    { handeling: 'zaak_toewijzen', ...about },
    { handeling: 'notitie_toevoegen', zaakId: one.id, ...about },
  ])
  expect([rows[0]?.zaakId, rows[1]?.zaakId].toSorted()).toEqual([one.id, other.id].toSorted())
})

test('an act whose auditregel cannot be written is rolled back', async () => {
  const { id, change } = await registerTestZaak(ctx)
  await ctx.pool.query('alter table auditregel add constraint full_disk check (false) not valid')
  try {
    await expect(changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })).rejects.toThrow()
  } finally {
    await ctx.pool.query('alter table auditregel drop constraint full_disk')
  }
  expect(await ctx.db.zaak.findUniqueOrThrow({ where: { id } })).toMatchObject({ versie: 1 })
})

test('an act over the API writes one auditregel, also when the request is repeated', async () => {
  const { id: uuid } = await registerTestZaak(ctx)
  await clearAuditregels(ctx)
  const send = () =>
    answerApi(
      ctx,
      request(`/${uuid}/statussen`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'audit-1' },
        body: JSON.stringify({ versie: 1, statustype: 'in_behandeling' }),
      }),
    )
  expect([(await send()).status, (await send()).status]).toEqual([201, 201])
  expect(await stored()).toMatchObject([
    { handeling: 'status_zetten', actorSoort: 'api_client', actor: 'publieksportaal', zaakId: uuid, trace: TRACE },
  ])
})

test('opening a zaak at the desk records a look, at most once a minute per behandelaar', async () => {
  const { id: zaakId, behandelaarId } = await registerTestZaak(ctx)
  await clearAuditregels(ctx)
  const actor = { soort: 'behandelaar', id: behandelaarId, traceparent: TRACEPARENT } as const
  const other = { ...actor, id: crypto.randomUUID() }
  const look = async () => (await openZaak(ctx, { lezer: LEZER, zaakId, actor }))?.id
  expect([await look(), await look()]).toEqual([zaakId, zaakId])
  await openZaak(ctx, { lezer: LEZER, zaakId, actor: other })
  now = new Date(now.getTime() + MINUTE_MS)
  await look()
  expect(await openZaak(ctx, { lezer: LEZER, zaakId: crypto.randomUUID(), actor })).toBeUndefined()
  const about = { handeling: 'zaak_bekijken', actorSoort: 'behandelaar', zaakId, trace: TRACE }
  const rows = await stored()
  expect(rows).toMatchObject([{ ...about }, { ...about }, { ...about, tijdstip: now, begonnenOp: now }])
  expect(rows.map((row) => row.actor).toSorted()).toEqual([behandelaarId, behandelaarId, other.id].toSorted())
})

test('a client records a look for each zaak that it requests by id and gets, each time', async () => {
  const ids = [(await registerTestZaak(ctx)).id, (await registerTestZaak(ctx)).id]
  await clearAuditregels(ctx)
  await answerApi(ctx, request(`?uuids=${[...ids, crypto.randomUUID()].join(',')}`))
  await answerApi(ctx, request(`/${ids[0]}`))
  await answerApi(ctx, request(`/${crypto.randomUUID()}`))
  const rows = await stored()
  const about = { handeling: 'zaak_bekijken', actor: 'publieksportaal', trace: TRACE, parent: SPAN, aantal: null }
  expect(rows).toMatchObject([about, about, about])
  expect(rows.map(({ zaakId }) => zaakId).toSorted()).toEqual([...ids, ids[0]].toSorted())
})

test('a page of zaken is one auditregel with its count and range; an empty page is none', async () => {
  for (let count = 0; count < 3; count++) await registerTestZaak(ctx)
  const [first, second] = await ctx.db.zaak.findMany({ orderBy: { id: 'asc' }, take: 2 })
  await clearAuditregels(ctx)
  await answerApi(ctx, request('?limiet=2'))
  await answerApi(ctx, request('?na=ffffffff-ffff-4fff-bfff-ffffffffffff'))
  expect(await stored()).toMatchObject([
    { handeling: 'zaken_ophalen', zaakId: null, objectId: `${first?.id}/${second?.id}`, aantal: 2, trace: TRACE },
  ])
})

test('nothing is shown when the look cannot be recorded', async () => {
  const { id } = await registerTestZaak(ctx)
  await ctx.pool.query('alter table auditregel add constraint full_disk check (false) not valid')
  try {
    await expect(answerApi(ctx, request(`/${id}`))).rejects.toThrow()
    await expect(answerApi(ctx, request())).rejects.toThrow()
  } finally {
    await ctx.pool.query('alter table auditregel drop constraint full_disk')
  }
})

test('the hash of a betrokkene depends on the BSN and the key', () => {
  const hash = hashBetrokkene(ctx, AANVRAGER.bsn)
  expect(hash).toHaveLength(32)
  expect(hashBetrokkene(ctx, AANVRAGER.bsn)).toEqual(hash)
  expect(hashBetrokkene(ctx, '999993653')).not.toEqual(hash)
  const [first] = ctx.env.ZAAKSYSTEEM_ENCRYPTION_KEYS
  const rotated = { id: 'nieuw', key: crypto.getRandomValues(new Uint8Array(32)) }
  const env = { ...ctx.env, ZAAKSYSTEEM_ENCRYPTION_KEYS: [rotated, first as typeof rotated] }
  expect(hashBetrokkene({ env, once: createOnce() }, AANVRAGER.bsn)).not.toEqual(hash)
})
