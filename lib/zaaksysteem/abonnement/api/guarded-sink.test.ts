import type { ServerResponse } from 'node:http'
import { afterAll, afterEach, expect, test } from 'vitest'
import { distributeAndClaim } from '../../bezorging/claim/distribute-and-lease.ts'
import { deliverDue } from '../../bezorging/test-abonnement.ts'
import { createTestCa } from '../../egress/test-certificates.ts'
import { answerToken, startTestTokenEndpoint } from '../../egress/test-token-endpoint.ts'
import { registerTestZaak } from '../../zaak/test-zaak.ts'
import { performHandshakes } from '../toestemming/test-handshakes.ts'
import { NOW, startTestAbonnementenApi } from './test-abonnementen-api.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const SECRETS = ['een-lange-sleutel', 'een-lang-geheim', 'PRIVATE KEY', 'token-1']

const api = await startTestAbonnementenApi()
let answer: (response: ServerResponse, count: number) => void = answerToken
const endpoint = await startTestTokenEndpoint((response, count) => answer(response, count))
const root = await createTestCa('Root')
const clientcertificate = await issue(new Date(NOW.getTime() + 60 * DAY_MS))
afterEach(async () => {
  answer = answerToken
  endpoint.asked.length = 0
  api.sink.received.length = 0
  await api.ctx.db.bezorging.deleteMany()
  await api.clear()
})
afterAll(async () => {
  await endpoint.close()
  await api.close()
})

async function issue(notAfterDate: Date) {
  const notBeforeDate = new Date(NOW.getTime() - 9 * DAY_MS)
  const { cert, key } = await root.issue({ host: 'zaaksysteem', isClient: true, notBeforeDate, notAfterDate })
  return { certificate: `${cert}\n${root.cert}`, key }
}

const headers = { 'X-Api-Key': 'een-lange-sleutel' }
const oauth2 = () => ({ tokenendpoint: endpoint.url, clientid: 'zaakbode', clientsecret: 'een-lang-geheim' })
const sinkcredential = { credentialtype: 'STANDARDWEBHOOKS' }
const register = async (protocolsettings?: object, more: object = {}) => {
  const response = await api.register({ sinkcredential, protocolsettings, ...more })
  return { status: response.status, body: await response.json() }
}
const read = async (id: string) => (await api.item(id)).json()
const change = async (id: string, more: object) => {
  const body = JSON.stringify({ ...(await read(id)), ...more })
  const response = await api.item(id, { method: 'PUT', body })
  return { status: response.status, body: await response.json() }
}
const soorten = ({ toegang }: { toegang: { soort: string }[] }) => toegang.map(({ soort }) => soort)

test('the resource lists each of the toegangen with its dates, and none of its secrets', async () => {
  const { status, body } = await register({ headers, oauth2: oauth2(), clientcertificate })
  expect(status).toBe(201)
  const sinds = NOW.toISOString()
  expect(body.toegang).toEqual([
    { soort: 'headers', kenmerk: 'X-Api-Key', sinds, tot: null },
    { soort: 'oauth2', kenmerk: endpoint.url, sinds, tot: null },
    {
      soort: 'clientcertificate',
      kenmerk: expect.stringMatching(/^[0-9A-F:]{95}$/),
      sinds,
      tot: new Date(NOW.getTime() + 60 * DAY_MS).toISOString(),
    },
  ])
  const texts = [body, await read(body.id), await (await api.collection()).json()].map((each) => JSON.stringify(each))
  for (const secret of SECRETS) expect(texts.join()).not.toContain(secret)
  const { rows } = await api.ctx.pool.query('select row_to_json(toegang)::text as text from toegang')
  for (const secret of SECRETS) expect(JSON.stringify(rows)).not.toContain(secret)
})

test('handshake and bezorging use the toegangen, and a stored attempt shows no secret', async () => {
  const { body } = await register({ headers, oauth2: oauth2() })
  await performHandshakes(api.ctx)
  expect(await read(body.id)).toMatchObject({ status: 'actief', foutcode: null })
  expect(endpoint.asked).toHaveLength(1)
  await registerTestZaak(api.ctx)
  expect(await deliverDue(api.ctx)).toEqual([{ ok: true, status: 'bezorgd' }])
  expect(endpoint.asked).toHaveLength(1)
  const [received] = api.sink.received
  expect(received?.headers).toMatchObject({
    authorization: 'Bearer token-1',
    'x-api-key': 'een-lange-sleutel',
    'webhook-signature': expect.stringMatching(/^v1,/),
  })
  const { rows } = await api.ctx.pool.query('select row_to_json(bezorgpoging)::text as text from bezorgpoging')
  for (const secret of SECRETS) expect(rows[0].text).not.toContain(secret)
  expect(JSON.parse(rows[0].text).request_headers).toMatchObject({ Authorization: '…', 'X-Api-Key': '…' })
})

test('a claim holds no secret of the toegangen', async () => {
  await register({ headers, oauth2: oauth2() })
  await performHandshakes(api.ctx)
  await registerTestZaak(api.ctx)
  await deliverDue(api.ctx)
  await registerTestZaak(api.ctx)
  const { claimed } = await distributeAndClaim(api.ctx, { limit: 10 })
  expect(claimed).toMatchObject([{ toegangVersie: 1, geheimen: [{}] }])
  expect(JSON.stringify(claimed)).not.toContain('een-l')
})

test('a 410 of the token endpoint fails handshake and attempt with token_refused, and does not disable the abonnement', async () => {
  const { body } = await register({ oauth2: oauth2() })
  answer = (response) => response.writeHead(410).end()
  await performHandshakes(api.ctx)
  expect(await read(body.id)).toMatchObject({ status: 'geweigerd', foutcode: 'token_refused' })
  answer = answerToken
  await api.actie(body.id, 'verificatie')
  await performHandshakes(api.ctx)
  answer = (response) => response.writeHead(410).end()
  // A new secret, so that a new token must be requested.
  await change(body.id, { protocolsettings: { oauth2: oauth2() } })
  await registerTestZaak(api.ctx)
  expect(await deliverDue(api.ctx)).toEqual([{ ok: true, status: 'wachtend' }])
  expect(await api.ctx.db.bezorgpoging.findMany()).toMatchObject([
    { httpStatus: null, foutsoort: 'token_refused', foutdetail: 'http_410' },
  ])
  expect(await read(body.id)).toMatchObject({ status: 'actief' })
  expect(api.sink.received).toEqual([])
})

test('a change leaves absent toegangen, replaces given ones and removes those that are null', async () => {
  const { body } = await register({ headers, oauth2: oauth2(), clientcertificate })
  expect(soorten((await change(body.id, { naam: 'Anders' })).body)).toEqual(soorten(body))
  const next = await issue(new Date(NOW.getTime() + 400 * DAY_MS))
  const changed = await change(body.id, { protocolsettings: { headers: null, clientcertificate: next } })
  expect(soorten(changed.body)).toEqual(['oauth2', 'clientcertificate'])
  expect(changed.body.toegang[1].kenmerk).not.toBe(body.toegang[2].kenmerk)
  // A portal registers at each start, and need not know the secrets by then.
  expect(soorten((await register()).body)).toEqual(['oauth2', 'clientcertificate'])
})

test('a PATCH replaces one of the toegangen, removes another and leaves the rest', async () => {
  const filters = [{ exact: { zaaktype: 'OMG-REG' } }]
  const { body } = await register({ headers, oauth2: oauth2() }, { filters })
  const patch = { protocolsettings: { headers: null, oauth2: oauth2() } }
  const contentType = 'application/merge-patch+json'
  const changed = await api.item(body.id, { method: 'PATCH', body: JSON.stringify(patch), contentType })
  const [, kept] = body.toegang
  expect(await changed.json()).toEqual({ ...body, sinkcredential, toegang: [kept] })
})

test('a worker uses changed toegangen from the next bezorging on', async () => {
  const { body } = await register({ headers })
  await performHandshakes(api.ctx)
  await registerTestZaak(api.ctx)
  await deliverDue(api.ctx)
  await change(body.id, { protocolsettings: { headers: { 'X-Api-Key': 'de-volgende-sleutel' } } })
  await registerTestZaak(api.ctx)
  await deliverDue(api.ctx)
  await change(body.id, { protocolsettings: { headers: null } })
  await registerTestZaak(api.ctx)
  await deliverDue(api.ctx)
  expect(api.sink.received.map((each) => each.headers['x-api-key'])).toEqual([
    'een-lange-sleutel',
    'de-volgende-sleutel',
    undefined,
  ])
})

test.each([
  ['Host', 'elders'],
  ['Content-Length', '1'],
  ['Transfer-Encoding', 'chunked'],
  ['Connection', 'close'],
  ['Authorization', 'Basic YTpi'],
  ['webhook-signature', 'v1,AAAA'],
  ['Signature', 'a'],
  ['ce-id', '1'],
  ['Cookie', 'a=b'],
  ['X-Forwarded-For', '10.0.0.1'],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['X-Original-URL', '/beheer'],
  ['X-Naam', 'a\r\nHost: elders'],
  ['X-Naam', 'a\nb'],
  ['X-Naam', ' a'],
  ['X-Naam', 'é'],
  ['X-Naam\r\nHost', 'elders'],
  ['X-Naam ', 'a'],
])('the extra header %j: %j is refused', async (name, value) => {
  const { status, body } = await register({ headers: { [name]: value } })
  expect({ status, code: body.code }).toEqual({ status: 400, code: 'request_invalid' })
  expect(JSON.stringify(body)).not.toContain('elders')
})

test('a duplicate header, no headers, too many and a forbidden name are refused, each with its own code', async () => {
  const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`X-${index}`, 'a']))
  const wrong = [
    [{ 'X-A': 'a', 'x-a': 'b' }, 'header_repeated'],
    [{}, 'too_small'],
    [many, 'too_big'],
    [{ 'X-Forwarded-For': '10.0.0.1' }, 'header_not_allowed'],
    [{ Host: 'a' }, 'invalid_format'],
  ] as const
  for (const [given, code] of wrong) {
    const { status, body } = await register({ headers: given })
    expect([status, body.errors[0].code]).toEqual([400, code])
  }
})

test('a token is accepted only beside a signature with an audience; register, PUT and PATCH refuse with the same code', async () => {
  for (const credentialtype of ['JWT', 'ACCESSTOKEN', 'NLGOVADR']) {
    const code = 'oauth2_not_allowed'
    const refused = { status: 400, body: { code, errors: [{ code, pointer: '/protocolsettings/oauth2' }] } }
    const protocolsettings = { oauth2: oauth2() }
    expect(await register(protocolsettings, { sinkcredential: { credentialtype } })).toMatchObject(refused)
    const { body } = await register({ headers }, { sinkcredential: { credentialtype } })
    expect(await change(body.id, { protocolsettings })).toMatchObject(refused)
    expect(soorten(await read(body.id))).toEqual(['headers'])
    await api.clear()
  }
  for (const credentialtype of ['STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES']) {
    expect(
      (await register({ headers, oauth2: oauth2() }, { sinkcredential: { credentialtype } })).body.code,
    ).toBeUndefined()
  }
  await register({ oauth2: oauth2() })
  // Back to a credentialtype that needs the Authorization header itself.
  expect(soorten((await register(undefined, { sinkcredential: { credentialtype: 'JWT' } })).body)).toEqual(['headers'])
})

test('unusable toegangen are refused with their pointers, and nothing is stored', async () => {
  const { certificate, key } = clientcertificate
  const other = await issue(new Date(NOW.getTime() + 60 * DAY_MS))
  const wrong = [
    [{ clientcertificate: { certificate, key: other.key } }, 'key_does_not_fit', 'clientcertificate/key'],
    [{ clientcertificate: { certificate: 'geen', key } }, 'certificate_unreadable', 'clientcertificate/certificate'],
    [
      { oauth2: { ...oauth2(), tokenendpoint: 'https://10.0.0.1/token' } },
      'tokenendpoint_not_allowed',
      'oauth2/tokenendpoint',
    ],
  ] as const
  for (const [settings, code, member] of wrong) {
    const { status, body } = await register(settings)
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { code: 'toegang_invalid', errors: [{ code, pointer: `/protocolsettings/${member}` }] },
    })
    expect(JSON.stringify(body)).not.toContain('PRIVATE')
  }
  expect(await api.ctx.db.abonnement.count()).toBe(0)
})
