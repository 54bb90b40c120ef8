import { beforeEach, expect, test } from 'vitest'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { handleWebhook } from '../receiver/handle-webhook.ts'
import { SINK } from '../test-bron.ts'
import { abonnement, ID, portalToSubscribe } from './test-subscription.ts'

const ACCESSTOKEN = { credentialtype: 'ACCESSTOKEN', accesstoken: 'A'.repeat(43) }
const portal = portalToSubscribe()
const { subscribe, serveAbonnement } = portal

beforeEach(() => {
  portal.bron.answers.set(`POST /v1/abonnementen/${ID}/geheim`, () => ({
    status: 201,
    body: { sinkcredential: { ...ACCESSTOKEN, accesstoken: 'B'.repeat(43) } },
  }))
})

const hashes = async () => (await portal.ctx.db.bronGeheim.findMany({ orderBy: { id: 'asc' } })).map(({ hash }) => hash)
const posts = () =>
  portal.bron.requests.filter(({ method }) => method === 'POST').map(({ url, body }) => [url, JSON.parse(body)])

test('a secret from the zaaksysteem is stored before its handshake gets toestemming', async () => {
  serveAbonnement(['actief'], { sinkcredential: ACCESSTOKEN })
  const { ctx } = portal
  let looks = 0
  const receiving = {
    ...ctx,
    async wait(ms: number) {
      looks += 1
      await ctx.wait(ms)
      await expect.poll(hashes).toHaveLength(1)
    },
  }
  let toestemming: Promise<Response> | undefined
  portal.bron.answers.set('POST /v1/abonnementen', async () => {
    const headers = { 'WebHook-Request-Origin': 'zaaksysteem.test' }
    toestemming = handleWebhook(receiving, new Request(SINK, { method: 'OPTIONS', headers }))
    // The zaaksysteem sends its handshake before its response to the registration.
    await expect.poll(() => looks).toBeGreaterThan(0)
    const body = { ...abonnement('wacht_op_toestemming'), sinkcredential: ACCESSTOKEN }
    return { status: 201, body, headers: { location: `/v1/abonnementen/${ID}` } }
  })
  expect(await subscribe({ credentialtype: 'ACCESSTOKEN' })).toMatchObject({ ok: true, credentialtype: 'ACCESSTOKEN' })
  expect((await toestemming)?.headers.get('webhook-allowed-origin')).toBe('zaaksysteem.test')
  expect(await hashes()).toEqual([hashToken('A'.repeat(43))])
})

test('registering again stores the secret that comes without asking, and asks for none otherwise', async () => {
  serveAbonnement(['actief'], { sinkcredential: ACCESSTOKEN })
  await subscribe({ credentialtype: 'ACCESSTOKEN' })
  serveAbonnement(['actief'], { sinkcredential: { credentialtype: 'ACCESSTOKEN' } })
  expect(await subscribe()).toMatchObject({ ok: true, credentialtype: 'ACCESSTOKEN' })
  expect(await hashes()).toEqual([hashToken('A'.repeat(43))])
  expect(posts().map(([url]) => url)).toEqual(['/v1/abonnementen', '/v1/abonnementen'])
  expect(await portal.ctx.db.bron.findFirst()).toMatchObject({ wachtOpGeheimTot: null })
})

test('a new secret is requested when the portal lost it, or wants to renew it', async () => {
  serveAbonnement(['actief'], { sinkcredential: { credentialtype: 'ACCESSTOKEN' } })
  expect(await subscribe({ credentialtype: 'ACCESSTOKEN' })).toMatchObject({ ok: true })
  expect(posts()[1]).toEqual([`/v1/abonnementen/${ID}/geheim`, { overlapUren: 24 }])
  expect(await hashes()).toEqual([hashToken('B'.repeat(43))])

  await subscribe({ vernieuwGeheim: true })
  expect(await hashes()).toHaveLength(2)
})
