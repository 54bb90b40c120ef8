import { afterAll, afterEach, expect, test } from 'vitest'
import { abonnementResource } from '#lib/contract/abonnement-resource.ts'
import { OPDRACHTREGEL } from '../../audit/recorded-transaction.ts'
import { requestHandshake } from '../toestemming/request-toestemming.ts'
import { NOW, OTHER, startTestAbonnementenApi } from './test-abonnementen-api.ts'

const api = await startTestAbonnementenApi()
afterEach(() => api.clear())
afterAll(() => api.close())

const MINUTE_MS = 60_000
const registerAt = (path: string, token?: string) => api.register({ sink: `http://127.0.0.1:1/${path}` }, token)
const quotaOf = ({ headers }: Response) => ['RateLimit-Policy', 'RateLimit'].map((name) => headers.get(name))
const outcome = async (response: Response) => [response.status, (await response.json()).code]

/** Adds handshakes that a client requested so many minutes ago. */
async function addHandshakes(count: number, minutesAgo: number, client = 'publieksportaal') {
  const gevraagdOp = new Date(NOW.getTime() - minutesAgo * MINUTE_MS)
  const row = { client, abonnementId: crypto.randomUUID(), gevraagdOp, klaarOp: gevraagdOp }
  await api.ctx.db.handshake.createMany({ data: Array(count).fill(row) })
}
async function addAbonnementen(count: number) {
  const row = { client: 'publieksportaal', credentialtype: 'JWT', status: 'actief', statusSinds: NOW } as const
  const data = Array.from({ length: count }, (_, index) => ({
    ...row,
    sink: `https://x.test/${index}`,
    aangemaaktOp: NOW,
  }))
  await api.ctx.db.abonnement.createMany({ data })
}

test('a client has at most fifty abonnementen, also when it registers several at once', async () => {
  await addAbonnementen(48)
  const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map(async (path) => outcome(await registerAt(path))))
  expect(outcomes.toSorted()).toEqual([
    [201, undefined],
    [201, undefined],
    [409, 'abonnement_limit'],
    [409, 'abonnement_limit'],
  ])
  expect((await registerAt('a', OTHER)).status).toBe(201)
})

test('a client with fifty abonnementen can still change them', async () => {
  await registerAt('a')
  await addAbonnementen(55)
  expect((await registerAt('a')).status).toBe(200)
  expect(await api.ctx.db.abonnement.count()).toBe(56)
})

test('after sixty handshakes within an hour a client gets Retry-After, and nothing is stored', async () => {
  const { id } = await (await registerAt('a')).json()
  await addHandshakes(58, 20)
  const last = await registerAt('b')
  expect([last.status, quotaOf(last)]).toEqual([201, ['"handshakes";q=60;w=3600', `"handshakes";r=0;t=${40 * 60}`]])
  for (const response of [await registerAt('c'), await api.actie(id, 'verificatie')]) {
    expect(response.headers.get('Retry-After')).toBe(String(40 * 60))
    expect(quotaOf(response)).toEqual(quotaOf(last))
    expect(await outcome(response)).toEqual([429, 'too_many_requests'])
  }
  expect(await api.ctx.db.abonnement.count()).toBe(2)
  expect((await registerAt('c', OTHER)).status).toBe(201)
})

test('each handshake lowers the remaining quota of its client, until the first is an hour ago', async () => {
  const first = await registerAt('a')
  expect(quotaOf(first)[1]).toBe('"handshakes";r=59;t=3600')
  const { id } = await first.json()
  await addHandshakes(1, 45)
  expect(quotaOf(await api.actie(id, 'verificatie'))[1]).toBe('"handshakes";r=57;t=900')
  expect(quotaOf(await registerAt('a', OTHER))[1]).toBe('"handshakes";r=59;t=3600')
})

test('with a shown demo token the limit on handshakes is ten times as high', async () => {
  const { id } = await (await registerAt('a')).json()
  const demo = { ...api.ctx, env: { ...api.ctx.env, ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY: 'x' } }
  const ask = () => requestHandshake(demo, { id, client: 'publieksportaal', actor: OPDRACHTREGEL })
  await addHandshakes(598, 20)
  expect(await ask()).toMatchObject({ ok: true })
  expect(await ask()).toMatchObject({ ok: false, reason: 'too_many_requests', left: { most: 0, seconds: 40 * 60 } })
})

test('handshakes of an hour ago no longer count', async () => {
  await addHandshakes(100, 60)
  expect((await registerAt('a')).status).toBe(201)
})

test('handshakes with a time in the future, from before the clock was set back, do not count', async () => {
  await addHandshakes(100, -60)
  expect((await registerAt('a')).status).toBe(201)
})

test('deleting an abonnement does not give its handshakes back', async () => {
  await addHandshakes(59, 20)
  const { id } = await (await registerAt('a')).json()
  await api.item(id, { method: 'DELETE' })
  expect((await registerAt('a')).status).toBe(429)
})

test('the desk has no limit on handshakes', async () => {
  const { id } = await (await registerAt('a')).json()
  await addHandshakes(100, 1, 'balie')
  await addHandshakes(100, 1)
  expect(await requestHandshake(api.ctx, { id, actor: OPDRACHTREGEL })).toMatchObject({ ok: true })
})

test('an abonnement from before the limit on filters can be read and continues', async () => {
  const { id } = await (await registerAt('a')).json()
  const filters = [{ any: Array(45).fill({ exact: { zaaktype: 'x' } }) }]
  await api.ctx.db.abonnement.update({ where: { id }, data: { filters } })
  expect(abonnementResource.parse(await (await api.item(id)).json())).toMatchObject({ filters })
})
