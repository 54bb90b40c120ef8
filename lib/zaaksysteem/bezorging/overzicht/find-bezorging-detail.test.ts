import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../../test-context.ts'
import { addAbonnement } from '../test-abonnement.ts'
import { findBezorgingDetail } from './find-bezorging-detail.ts'
import { createTestBezorging, createTestGebeurtenis } from './test-bezorging.ts'

const NOW = new Date('2026-11-27T08:12:00Z')

const ctx = await openTestZaaksysteem({ clock: () => NOW })

test('a bezorging shows its body and, in order, the request and response of each poging', async () => {
  const abonnementId = await addAbonnement(ctx)
  const gebeurtenis = await createTestGebeurtenis(ctx)
  const id = await createTestBezorging(ctx, { abonnementId, gebeurtenis, pogingen: 2 })
  const failed = {
    nummer: 1,
    handmatig: false,
    begonnenOp: NOW,
    duurMs: 812,
    httpStatus: 500,
    foutsoort: 'http_5xx',
    foutdetail: null,
    requestHeaders: { 'Content-Type': 'application/cloudevents+json' },
    responseHeaders: { 'content-type': 'text/html', 'set-cookie': ['a', 'b'] },
    responseBody: '<h1>Oeps',
    responseAfgekapt: true,
  }
  const unanswered = {
    ...failed,
    nummer: 2,
    handmatig: true,
    httpStatus: null,
    foutsoort: 'dns',
    foutdetail: 'ENOTFOUND',
  }
  const nothing = { responseBody: null, responseAfgekapt: false }
  const bezorgingId = BigInt(id)
  await ctx.db.bezorgpoging.create({ data: { ...unanswered, ...nothing, responseHeaders: undefined, bezorgingId } })
  await ctx.db.bezorgpoging.create({ data: { ...failed, bezorgingId } })

  const detail = await findBezorgingDetail(ctx, id)
  expect(detail).toMatchObject({ id, status: 'wachtend', pogingen: 2, volgendePoging: NOW, laatsteFoutsoort: 'dns' })
  expect(JSON.parse(detail?.body ?? '')).toMatchObject({ id: gebeurtenis.gebeurtenisId, subject: gebeurtenis.zaakId })
  expect(detail?.bezorgpogingen).toEqual([failed, { ...unanswered, ...nothing, responseHeaders: null }])
})

test('a bezorging that ends while it is read includes its last poging, because its page stops polling', async () => {
  const gebeurtenis = await createTestGebeurtenis(ctx)
  const id = await createTestBezorging(ctx, { abonnementId: await addAbonnement(ctx), gebeurtenis, pogingen: 0 })
  const bezorgingId = BigInt(id)
  const query = async (text: string, values: unknown[]) => {
    await ctx.db.bezorging.update({ where: { id: bezorgingId }, data: { status: 'bezorgd', pogingen: 1 } })
    const poging = { bezorgingId, nummer: 1, begonnenOp: NOW, duurMs: 5, httpStatus: 204, requestHeaders: {} }
    await ctx.db.bezorgpoging.create({ data: { ...poging, responseAfgekapt: false, handmatig: false } })
    return ctx.pool.query(text, values)
  }
  const pool = { query } as unknown as typeof ctx.pool
  const detail = await findBezorgingDetail({ ...ctx, pool }, id)
  expect(detail).toMatchObject({ status: 'bezorgd', bezorgpogingen: [{ nummer: 1 }] })
})

test('a bezorging whose body and pogingen were purged is still found', async () => {
  const gebeurtenis = await createTestGebeurtenis(ctx)
  const abonnementId = await addAbonnement(ctx)
  const id = await createTestBezorging(ctx, { abonnementId, gebeurtenis, status: 'bezorgd', pogingen: 1 })
  await ctx.db.gebeurtenis.update({ where: { id: gebeurtenis.gebeurtenisId }, data: { body: null } })
  expect(await findBezorgingDetail(ctx, id)).toMatchObject({ id, pogingen: 1, body: null, bezorgpogingen: [] })
})

test.each(['0', '-1', '1e3', '999999999999999999', '99999999999999999999', 'x', ''])(
  'the id %j finds no bezorging',
  async (id) => {
    expect(await findBezorgingDetail(ctx, id)).toBeUndefined()
  },
)

test('a client sees its own bezorging while it may read the event, and no bezorging of another client', async () => {
  const abonnementId = await addAbonnement(ctx, { client: 'publieksportaal' })
  const id = await createTestBezorging(ctx, { abonnementId, gebeurtenis: await createTestGebeurtenis(ctx) })
  expect(await findBezorgingDetail(ctx, id, 'publieksportaal')).toEqual(await findBezorgingDetail(ctx, id))
  expect(await findBezorgingDetail(ctx, id, 'ander')).toBeUndefined()
  const tokens = ctx.env.ZAAKSYSTEEM_API_TOKENS.map((client) => ({ ...client, zaaktypen: ['OMG-KAP'] }))
  const narrowed = { ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_API_TOKENS: tokens } }
  expect(await findBezorgingDetail(narrowed, id, 'publieksportaal')).toBeUndefined()
  expect(await findBezorgingDetail(narrowed, id)).toBeDefined()
})
