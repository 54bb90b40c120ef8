import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findNatsServer, NATS_TITLE } from '#tools/servers/nats-server.ts'
import { OPDRACHTREGEL } from '../../audit/recorded-transaction.ts'
import { addAbonnement } from '../../bezorging/test-abonnement.ts'
import { STREAM, SUBJECT, startTestStream, type TestStream } from '../../egress/nats/test-stream.ts'
import { changeAbonnement } from '../change-abonnement.ts'
import { readNatsCredential } from '../geheim/geheim.ts'
import { requestHandshake } from '../toestemming/request-toestemming.ts'
import { performHandshakes } from '../toestemming/test-handshakes.ts'
import { startTestAbonnementenApi } from './test-abonnementen-api.ts'

let api: Awaited<ReturnType<typeof startTestAbonnementenApi>>
beforeAll(async () => {
  api = await startTestAbonnementenApi()
})
afterEach(() => api.clear())
afterAll(() => api.close())

const CREDENTIAL = { credentialtype: 'PLAIN', identifier: 'zaaksysteem', secret: 'wachtwoord van de test' }
const WISH = {
  protocol: 'NATS',
  sink: 'tls://nats.example',
  protocolsettings: { subject: SUBJECT },
  sinkcredential: CREDENTIAL,
}

async function created(changes: object = {}) {
  const response = await api.register({ ...WISH, ...changes })
  expect(response.ok).toBe(true)
  return (await response.json()) as { id: string }
}
const geheimen = () => api.ctx.db.geheim.findMany()

test('a registration is stored with its password encrypted, and no response holds the password', async () => {
  const abonnement = await created()
  const shown = { ...WISH, sinkcredential: { credentialtype: 'PLAIN' }, status: 'wacht_op_toestemming' }
  expect(abonnement).toMatchObject(shown)
  const answers = [abonnement, await (await api.item(abonnement.id)).json(), await (await api.collection()).json()]
  expect(JSON.stringify(answers)).not.toContain(CREDENTIAL.secret)
  const [row, ...others] = await geheimen()
  expect(others).toEqual([])
  expect(Buffer.from(row?.versleuteld ?? []).toString('latin1')).not.toContain(CREDENTIAL.secret)
  expect(await api.ctx.db.abonnement.findMany()).toMatchObject([
    { protocol: 'NATS', natsSubject: SUBJECT, natsStream: null, credentialtype: 'JWT', contentmodus: 'structured' },
  ])
})

test('registering the same subject again replaces the password; another subject makes another abonnement', async () => {
  const { id } = await created()
  const [first] = await geheimen()
  const again = {
    sinkcredential: { ...CREDENTIAL, secret: 'nieuw' },
    protocolsettings: { subject: SUBJECT, stream: STREAM },
  }
  expect(await created(again)).toMatchObject({ id, protocolsettings: { subject: SUBJECT, stream: STREAM } })
  const [second, ...others] = await geheimen()
  expect(others).toEqual([])
  expect(second?.id).not.toBe(first?.id)
  expect((await created({ protocolsettings: { subject: 'gemeente.anders' } })).id).not.toBe(id)
})

test.each([
  'gemeente.*',
  'gemeente.>',
  '>',
  '*',
  '$JS.API.STREAM.DELETE.ZAKEN',
  '$SYS.REQ',
  '_INBOX.abc',
  'gemeente zaken',
  'gemeente.zaken\r\nPUB x 0',
  'gemeente.zaken\t1',
  '.gemeente',
  'gemeente.',
  'gemeente..zaken',
  '',
  'zaken\u0000',
  'a'.repeat(201),
])('the subject %j is refused with its pointer', async (subject) => {
  const response = await api.register({ ...WISH, protocolsettings: { subject } })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ errors: [{ pointer: '/protocolsettings/subject' }] })
})

test.each([
  [{ sink: 'https://nats.example' }, '/sink'],
  [{ sink: 'nats://nats.example' }, '/sink'],
  [{ sink: 'tls://10.0.0.1' }, '/sink'],
  [{ sink: 'tls://user:pass@nats.example' }, '/sink'],
  [{ sinkcredential: { credentialtype: 'JWT' } }, '/sinkcredential/credentialtype'],
  [{ sinkcredential: { credentialtype: 'PLAIN', identifier: 'x' } }, '/sinkcredential/secret'],
  [{ protocolsettings: undefined }, '/protocolsettings'],
  [{ protocolsettings: { subject: SUBJECT, stream: 'a.b' } }, '/protocolsettings/stream'],
  [{ config: { contentmodus: 'batch' } }, '/config/contentmodus'],
  [{ protocol: 'KAFKA' }, '/protocol'],
])('%j is refused at %s', async (changes, pointer) => {
  const response = await api.register({ ...WISH, ...changes })
  expect(response.status).toBe(400)
  expect((await response.json()).errors).toContainEqual(expect.objectContaining({ pointer }))
  expect(await api.ctx.db.abonnement.count()).toBe(0)
})

test('HTTP refuses a subject and a password', async () => {
  const response = await api.register({ protocolsettings: { subject: SUBJECT }, sinkcredential: CREDENTIAL })
  expect(response.status).toBe(400)
})

test('PUT of the result of GET changes nothing; another server, subject or batch mode is refused', async () => {
  const { id } = await created()
  const put = async (changes: object) => {
    const shown = await (await api.item(id)).json()
    return api.item(id, { method: 'PUT', body: JSON.stringify({ ...shown, ...changes }) })
  }
  expect((await put({})).status).toBe(200)
  expect((await put({ config: { contentmodus: 'binary' } })).status).toBe(200)
  for (const [changes, code, pointer] of [
    [{ protocol: 'HTTP' }, 'not_changeable', '/protocol'],
    [{ protocolsettings: { subject: 'gemeente.anders' } }, 'not_changeable', '/protocolsettings'],
    [{ sinkcredential: { credentialtype: 'JWT' } }, 'not_changeable', '/sinkcredential/credentialtype'],
    [{ config: { contentmodus: 'batch' } }, 'contentmodus_not_allowed', '/config/contentmodus'],
  ] as const) {
    const response = await put(changes)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code, errors: [{ pointer }] })
  }
})

test('rotating is refused, and keeps the password', async () => {
  const { id } = await created()
  const before = await geheimen()
  const response = await api.actie(id, 'geheim', { body: '{}' })
  expect(response.status).toBe(409)
  expect(await geheimen()).toEqual(before)
})

const changeSecret = (id: string, secret?: string) =>
  changeAbonnement(api.ctx, { id, actor: OPDRACHTREGEL, change: { naam: 'Anders', secret } })

test('the desk replaces the password of the same user, and keeps it when none is given', async () => {
  const { id } = await created()
  await changeSecret(id)
  expect(readNatsCredential(api.ctx, await geheimen())).toMatchObject({ secret: CREDENTIAL.secret })
  const changed = await changeSecret(id, 'nieuw wachtwoord')
  expect(JSON.stringify(changed)).not.toContain('nieuw wachtwoord')
  const rows = await geheimen()
  expect(rows).toHaveLength(1)
  expect(readNatsCredential(api.ctx, rows)).toEqual({ identifier: 'zaaksysteem', secret: 'nieuw wachtwoord' })
  const recorded = await api.ctx.db.auditregel.findMany({ where: { objectId: id }, orderBy: { id: 'asc' } })
  expect(recorded.map(({ handeling }) => handeling)).toEqual([
    'abonnement_registreren',
    'abonnement_wijzigen',
    'geheim_wisselen',
    'abonnement_wijzigen',
  ])
  expect(JSON.stringify(recorded)).not.toContain('wachtwoord')
})

test('an abonnement over HTTP refuses a password', async () => {
  const { id } = (await (await api.register({ sinkcredential: { credentialtype: 'ACCESSTOKEN' } })).json()) as {
    id: string
  }
  const before = await geheimen()
  expect(await changeSecret(id, 'nieuw wachtwoord')).toMatchObject({ ok: true })
  expect(await geheimen()).toEqual(before)
})

test('the database refuses a subject over HTTP, and NATS without a subject or in batch mode', async () => {
  const refused = [
    { natsSubject: 'x' },
    { protocol: 'NATS' as const },
    { protocol: 'NATS' as const, natsSubject: 'x', contentmodus: 'batch' as const },
    { protocol: 'NATS' as const, natsSubject: 'x', credentialtype: 'ACCESSTOKEN' as const },
  ]
  for (const fields of refused) await expect(addAbonnement(api.ctx, fields)).rejects.toThrow()
})

describe.skipIf(!findNatsServer())(NATS_TITLE, () => {
  let stream: TestStream
  beforeAll(async () => {
    stream = await startTestStream()
  })
  afterAll(() => stream?.close())

  test.each([
    ['a server that takes our password and a stream that stores the subject', {}, 'actief', null],
    ['another password', { sinkcredential: { ...CREDENTIAL, secret: 'verkeerd' } }, 'geweigerd', 'auth'],
    ['a subject of no stream', { protocolsettings: { subject: 'niemand' } }, 'geweigerd', 'no_stream'],
    [
      'another stream than was asked for',
      { protocolsettings: { subject: SUBJECT, stream: 'ANDERE' } },
      'geweigerd',
      'stream_refused',
    ],
  ])('the handshake with %s gives the expected status and foutcode', async (_, changes, status, foutcode) => {
    const { id } = await created({ sink: stream.sink, ...changes })
    await performHandshakes(api.ctx)
    expect(await (await api.item(id)).json()).toMatchObject({ status, foutcode })
    expect(await stream.stored()).toEqual([])
  })

  test('after a corrected password a new handshake makes the abonnement actief', async () => {
    const sinkcredential = { ...CREDENTIAL, secret: 'verkeerd' }
    const { id } = await created({ sink: stream.sink, sinkcredential })
    await performHandshakes(api.ctx)
    await changeSecret(id, CREDENTIAL.secret)
    await requestHandshake(api.ctx, { id, actor: OPDRACHTREGEL })
    await performHandshakes(api.ctx)
    expect(await (await api.item(id)).json()).toMatchObject({ status: 'actief', foutcode: null })
  })

  test('an abonnement on a server that is down is geweigerd, and actief after registering again', async () => {
    const other = await startTestStream()
    await other.kill()
    const { id } = await created({ sink: other.sink })
    await performHandshakes(api.ctx)
    expect(await (await api.item(id)).json()).toMatchObject({ status: 'geweigerd', foutcode: 'connect' })
    await other.restart()
    await created({ sink: other.sink })
    await performHandshakes(api.ctx)
    expect(await (await api.item(id)).json()).toMatchObject({ status: 'actief', foutcode: null })
    await other.close()
  })
})
