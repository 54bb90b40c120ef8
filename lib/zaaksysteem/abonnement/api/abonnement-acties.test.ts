import { once } from 'node:events'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { newGeheim } from '#lib/contract/abonnement-resource.ts'
import { OPDRACHTREGEL } from '../../audit/recorded-transaction.ts'
import { clearAuditregels } from '../../audit/test-auditregels.ts'
import type { AbonnementStatus } from '../../generated/client.ts'
import { findValidGeheimen } from '../geheim/test-geheimen.ts'
import { pauseAbonnement, resumeAbonnement } from '../pause-abonnement.ts'
import { performHandshakes } from '../toestemming/test-handshakes.ts'
import { NOW, startTestAbonnementenApi } from './test-abonnementen-api.ts'

const BEFORE = new Date('2026-11-20T00:00:00Z')
const FAILING = { falendSinds: BEFORE, gewaarschuwdBij: 70, circuitOpenTot: NOW, statusreden: 'failing' }
const api = await startTestAbonnementenApi()
afterEach(() => api.clear())
afterAll(() => api.close())

async function create(status: AbonnementStatus = 'actief', credentialtype = 'JWT', data: object = {}): Promise<string> {
  const { id } = await (await api.register({ sinkcredential: { credentialtype } })).json()
  await api.ctx.db.abonnement.update({ where: { id }, data: { status, statusSinds: BEFORE, ...data } })
  await api.ctx.db.handshake.deleteMany()
  return id
}
const stored = (id: string) => api.ctx.db.abonnement.findUniqueOrThrow({ where: { id } })

test('an actief abonnement can be paused', async () => {
  const response = await api.actie(await create(), 'pauze')
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ status: 'gepauzeerd', statusSinds: NOW.toISOString() })
})

test.each<AbonnementStatus>(['gepauzeerd', 'uitgeschakeld'])(
  'resuming from %s clears earlier failures',
  async (status) => {
    const listener = new pg.Client(api.ctx.env.ZAAKSYSTEEM_DATABASE_URL)
    await listener.connect()
    await listener.query('listen bezorging')
    const woken = once(listener, 'notification')

    const id = await create(status, 'JWT', FAILING)
    expect((await api.actie(id, 'hervatting')).status).toBe(200)
    expect(await stored(id)).toMatchObject({
      status: 'actief',
      statusSinds: NOW,
      statusreden: null,
      falendSinds: null,
      gewaarschuwdBij: 0,
      circuitOpenTot: null,
      circuitGeslotenOp: NOW,
    })
    expect(await woken).toMatchObject([{ channel: 'bezorging' }])
    await listener.end()
  },
)

test.each<[string, AbonnementStatus]>([
  ['pauze', 'wacht_op_toestemming'],
  ['pauze', 'geweigerd'],
  ['pauze', 'gepauzeerd'],
  ['pauze', 'uitgeschakeld'],
  ['hervatting', 'wacht_op_toestemming'],
  ['hervatting', 'geweigerd'],
  ['hervatting', 'actief'],
])('%s is refused for an abonnement that is %s', async (actie, status) => {
  const id = await create(status)
  const response = await api.actie(id, actie)
  expect(response.status).toBe(409)
  expect(await response.json()).toMatchObject({ code: 'wrong_status' })
  expect(await stored(id)).toMatchObject({ status, statusSinds: BEFORE })
})

test('the desk pauses and resumes the abonnement of any client', async () => {
  const id = await create()
  expect(await pauseAbonnement(api.ctx, { id, client: 'ander', actor: OPDRACHTREGEL })).toEqual({
    ok: false,
    reason: 'not_found',
  })
  expect(await pauseAbonnement(api.ctx, { id, actor: OPDRACHTREGEL })).toEqual({ ok: true })
  expect(await resumeAbonnement(api.ctx, { id, actor: OPDRACHTREGEL })).toEqual({ ok: true })
})

test('a request for a handshake is accepted, and a worker performs it afterwards', async () => {
  const id = await create('geweigerd')
  const response = await api.actie(id, 'verificatie')
  expect(response.status).toBe(202)
  expect(await response.json()).toMatchObject({ id, status: 'geweigerd' })
  await performHandshakes(api.ctx)
  expect(await stored(id)).toMatchObject({ status: 'actief', bevestigdOp: NOW })
})

test.each([
  [undefined, 24],
  ['{}', 24],
  ['{"overlapUren":168}', 168],
  ['{"overlapUren":0}', 0],
])('geheim with %s returns a new secret once, and the old one expires after %i hours', async (body, hours) => {
  const id = await create('actief', 'STANDARDWEBHOOKS')
  const [old] = await findValidGeheimen(api.ctx, id)
  const response = await api.actie(id, 'geheim', { body })
  expect([response.status, response.headers.get('Cache-Control')]).toEqual([201, 'no-store'])
  const { sinkcredential } = newGeheim.parse(await response.json())
  const { secret } = sinkcredential as { secret: string }
  expect(await findValidGeheimen(api.ctx, id)).toEqual(hours === 0 ? [secret] : [secret, old])
  const until = hours === 0 ? undefined : new Date(NOW.getTime() + hours * 3_600_000)
  const rows = await api.ctx.db.geheim.findMany({ where: { abonnementId: id }, orderBy: { id: 'asc' } })
  expect(rows.map(({ vervaltOp }) => vervaltOp)).toEqual(until ? [until, null] : [null])
})

test.each(['{"overlapUren":-1}', '{"overlapUren":169}', '{"overlapUren":1.5}', '{"overlap":1}', '[]'])(
  'geheim with %s is refused, and nothing is rotated',
  async (body) => {
    const id = await create('actief', 'ACCESSTOKEN')
    const before = await findValidGeheimen(api.ctx, id)
    expect((await api.actie(id, 'geheim', { body })).status).toBe(400)
    expect(await findValidGeheimen(api.ctx, id)).toEqual(before)
  },
)

test('rotating is refused for a credentialtype without a secret', async () => {
  const response = await api.actie(await create(), 'geheim', { body: '{}' })
  expect(response.status).toBe(409)
  expect(await response.json()).toMatchObject({ code: 'no_secret' })
})

test('an unknown action, id, method or client is refused', async () => {
  const id = await create()
  expect((await api.actie(id, 'constructor')).status).toBe(404)
  expect((await api.actie('1', 'pauze')).status).toBe(404)
  expect((await api.actie(id, 'pauze', { token: '' })).status).toBe(401)
  const refused = await api.actie(id, 'pauze', { method: 'GET' })
  expect([refused.status, refused.headers.get('Allow')]).toEqual([405, 'POST, OPTIONS'])
  const options = await api.actie(id, 'pauze', { method: 'OPTIONS', token: '' })
  expect([options.status, options.headers.get('Allow')]).toEqual([200, 'POST, OPTIONS'])
  expect(await stored(id)).toMatchObject({ status: 'actief' })
})

test('actions of a client on its abonnementen are audited under its name', async () => {
  await clearAuditregels(api.ctx)
  const id = await create('actief', 'ACCESSTOKEN')
  await api.actie(id, 'pauze')
  await api.actie(id, 'hervatting')
  await api.actie(id, 'geheim', { body: '{"overlapUren":0}' })
  await api.actie(id, 'verificatie')
  await api.item(id, { method: 'PUT', body: '{"naam":"Portaal"}' })
  await api.item(id, { method: 'DELETE' })
  const rows = await api.ctx.db.auditregel.findMany({ orderBy: { id: 'asc' } })
  expect(rows.map(({ handeling }) => handeling)).toEqual([
    'abonnement_registreren',
    'geheim_tonen',
    'abonnement_pauzeren',
    'abonnement_hervatten',
    'geheim_wisselen',
    'abonnement_verifieren',
    'abonnement_wijzigen',
    'abonnement_verwijderen',
  ])
  const about = { actorSoort: 'api_client', actor: 'publieksportaal', objectSoort: 'abonnement', objectId: id }
  expect(rows).toMatchObject(rows.map(() => about))
})
