import { afterAll, afterEach, expect, test } from 'vitest'
import { abonnementCreated, abonnementResource } from '#lib/contract/abonnement-resource.ts'
import { performHandshakes } from '../toestemming/test-handshakes.ts'
import { NOW, OTHER, startTestAbonnementenApi } from './test-abonnementen-api.ts'

const api = await startTestAbonnementenApi()
afterEach(() => api.clear())
afterAll(() => api.close())

const pointersOf = async (response: Response, expected = 'request_invalid') => {
  const { code, errors } = await response.json()
  expect([response.status, code]).toEqual([400, expected])
  return errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()
}

test('registering answers 201 with Location, and a worker performs the handshake afterwards', async () => {
  const response = await api.register({ types: ['nl.overheid.zaken.zaak-heropend'] })
  const created = abonnementResource.parse(await response.json())
  expect(response.status).toBe(201)
  expect(response.headers.get('Location')).toBe(`/api/zaaksysteem/v1/abonnementen/${created.id}`)
  expect(created).toMatchObject({ status: 'wacht_op_toestemming', sink: api.sink.url })

  await performHandshakes(api.ctx)
  const read = await api.item(created.id)
  expect(await read.json()).toEqual({ ...created, status: 'actief' })
})

test('absent members get their default, and given ones are kept', async () => {
  const created = await (await api.register()).json()
  expect(abonnementResource.parse(created)).toEqual({
    id: created.id,
    protocol: 'HTTP',
    sink: api.sink.url,
    sinkcredential: { credentialtype: 'JWT' },
    toegang: [],
    naam: '',
    contact: null,
    types: [],
    filters: [],
    config: { contentmodus: 'structured', herhaalschema: [], maxGelijktijdig: 64 },
    status: 'wacht_op_toestemming',
    statusSinds: NOW.toISOString(),
    statusreden: null,
    foutcode: null,
  })
  const wishes = {
    naam: 'Portaal van de gemeente',
    contact: 'beheer@portaal.test',
    types: ['nl.overheid.zaken.zaak-heropend'],
    filters: [{ any: [{ exact: { zaaktype: 'APV-STAND' } }, { not: { prefix: { type: 'nl.' } } }] }],
    config: { contentmodus: 'batch', herhaalschema: [5, 86_400], maxGelijktijdig: 256 },
  }
  expect(await (await api.register(wishes)).json()).toEqual({ ...created, ...wishes })
})

test('the zaaksysteem sets the id and ignores that of the client', async () => {
  const id = '0199a000-0000-7000-8000-00000000abcd'
  const response = await api.register({ id })
  const created = await response.json()
  expect(response.status).toBe(201)
  expect(created.id).not.toBe(id)
  expect(await api.ctx.db.abonnement.findMany({ select: { id: true } })).toEqual([{ id: created.id }])
})

test('registering the same sink again changes the settings of the same abonnement', async () => {
  const first = await api.register()
  const second = await api.register({ types: ['nl.overheid.zaken.zaak-heropend'], naam: 'nieuw' })
  expect([first.status, second.status]).toEqual([201, 200])
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
  const list = await (await api.collection()).json()
  expect(list).toMatchObject([{ types: ['nl.overheid.zaken.zaak-heropend'], naam: 'nieuw' }])
})

test('the list holds only abonnementen of the client itself', async () => {
  const { id } = await (await api.register()).json()
  const other = await (await api.register({}, OTHER)).json()
  expect(other.id).not.toBe(id)
  expect(await (await api.collection({ token: OTHER })).json()).toMatchObject([{ id: other.id }])
  expect(await (await api.collection()).json()).toMatchObject([{ id }])
})

test.each([
  ['ACCESSTOKEN', 'accesstoken'],
  ['STANDARDWEBHOOKS', 'secret'],
])('the secret of %s is returned once, uncached, as %s', async (credentialtype, member) => {
  const response = await api.register({ sinkcredential: { credentialtype } })
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  const { id, sinkcredential } = abonnementCreated.parse(await response.json())
  expect(sinkcredential).toEqual({ credentialtype, [member]: expect.stringMatching(/\S{40,}/) })

  const again = abonnementCreated.parse(await (await api.register({ sinkcredential: { credentialtype } })).json())
  const read = await (await api.item(id)).json()
  const [listed] = await (await api.collection()).json()
  for (const shown of [again, read, listed]) expect(shown.sinkcredential).toEqual({ credentialtype })
})

test('a registration with several faults lists them all, and stores nothing', async () => {
  const body = JSON.stringify({
    protocol: 'HTTP',
    sink: 'ftp://x',
    sinkcredential: { credentialtype: 'GEHEIM' },
    naam: 'x'.repeat(101),
    contact: 'geen adres',
    filters: [{ sql: 'true' }],
    config: { herhaalschema: [0], maxGelijktijdig: 257, contentmodus: 'avro' },
    extra: 1,
  })
  const response = await api.collection({ method: 'POST', body })
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(new Set(await pointersOf(response))).toEqual(
    new Set([
      '',
      '/config/contentmodus',
      '/config/herhaalschema/0',
      '/config/maxGelijktijdig',
      '/contact',
      '/filters/0',
      '/naam',
      '/sink',
      '/sinkcredential/credentialtype',
    ]),
  )
  expect(await api.ctx.db.abonnement.count()).toBe(0)
})

test.each<[string, object, string]>([
  [
    'headers of ours',
    { protocolsettings: { headers: { Authorization: 'Bearer x' } } },
    '/protocolsettings/headers/Authorization',
  ],
  ['headers in config', { config: { headers: { Authorization: 'Bearer x' } } }, '/config'],
  ['a secret of its own', { sinkcredential: { credentialtype: 'ACCESSTOKEN', accesstoken: 'x' } }, '/sinkcredential'],
  ['a protocol that we do not speak', { protocol: 'MQTT5' }, '/protocol'],
  ['a source, which would seem to filter', { source: 'urn:nld:oin:1' }, ''],
  ['NUL in naam', { naam: 'a\0' }, '/naam'],
  ['NUL in types', { types: ['a\0'] }, '/types/0'],
  ['NUL in a filter', { filters: [{ exact: { zaaktype: 'a\0' } }] }, '/filters/0/exact/zaaktype'],
  ['half a surrogate pair in naam', { naam: 'a\ud800' }, '/naam'],
  ['half a surrogate pair in types', { types: ['a\udfff'] }, '/types/0'],
  [
    'half a surrogate pair in a filter',
    { filters: [{ not: { prefix: { type: '\ud83d' } } }] },
    '/filters/0/not/prefix/type',
  ],
  ['half a surrogate pair in sink', { sink: 'https://portaal.test/\ud800' }, '/sink'],
  ['half a surrogate pair in contact', { contact: 'a\ud800@portaal.test' }, '/contact'],
  ['a tab in sink, which a URL parser drops', { sink: 'https://portaal.test/\twebhook' }, '/sink'],
  ['NUL in sink', { sink: 'https://portaal.test/\0' }, '/sink'],
  ['a contact that no mail server takes', { contact: `${'a'.repeat(65)}@portaal.test` }, '/contact'],
  ['a second header in contact', { contact: 'a@portaal.test\r\nBcc: b@portaal.test' }, '/contact'],
  ['more than 24 hours between attempts', { config: { herhaalschema: [86_401] } }, '/config/herhaalschema/0'],
  ['more than 20 attempts', { config: { herhaalschema: Array(21).fill(1) } }, '/config/herhaalschema'],
  ['no bezorgingen at once', { config: { maxGelijktijdig: 0 } }, '/config/maxGelijktijdig'],
])('a registration with %s is refused', async (_name, changes, pointer) => {
  expect(await pointersOf(await api.register(changes))).toEqual([pointer])
  expect(await api.ctx.db.abonnement.count()).toBe(0)
})

test.each(['nl.overheid.zaken.*', '*', 'nl.overheid.zaken.', '.zaak-heropend'])(
  'the type pattern %s is refused, because types match exactly',
  async (type) => {
    const response = await api.register({ types: ['nl.overheid.zaken.zaak-heropend', type] })
    const { errors } = await response.json()
    expect(errors).toMatchObject([{ pointer: '/types/1' }])
    expect(errors[0].detail).toMatch(/exact.*nl\.overheid\.zaken\.zaak-geregistreerd.*filters.*prefix/)
    expect(await api.ctx.db.abonnement.count()).toBe(0)
  },
)

test('unknown types, zaaktypen and statuses are refused, each with its pointer and a suggestion', async () => {
  const wrong = {
    types: ['nl.overheid.zaken.zaak-heropend', 'nl.overheid.zaken.zaak-heropent', 'com.example.iets'],
    filters: [
      { any: [{ exact: { zaaktype: 'APV-STANT' } }, { not: { exact: { type: 'zaak-heropend', zaaktype: 'x' } } }] },
      { all: [{ prefix: { zaaktype: 'iets' } }, { suffix: { type: 'anders' } }, { exact: { subject: 'x' } }] },
      {
        any: [
          { exact: { nieuweStatus: 'in_behandelin' } },
          { exact: { nieuweStatus: 'vergunning_verleend', eindstatus: 'true' } },
          { exact: { nieuweStatus: 'afgehandeld' } },
        ],
      },
    ],
  }
  const response = await api.register(wrong)
  expect([response.status, await api.ctx.db.abonnement.count()]).toEqual([400, 0])
  const { code, errors } = await response.json()
  expect(code).toBe('name_unknown')
  const inAny = '/filters/0/any'
  expect(errors).toEqual([
    {
      code: 'type_unknown',
      detail: 'There is no event type nl.overheid.zaken.zaak-heropent. Did you mean nl.overheid.zaken.zaak-heropend?',
      pointer: '/types/1',
    },
    { code: 'type_unknown', detail: 'There is no event type com.example.iets.', pointer: '/types/2' },
    {
      code: 'zaaktype_unknown',
      detail: 'There is no zaaktype APV-STANT. Did you mean APV-STAND?',
      pointer: `${inAny}/0/exact/zaaktype`,
    },
    { code: 'type_unknown', detail: expect.stringContaining('zaak-heropend.'), pointer: `${inAny}/1/not/exact/type` },
    { code: 'zaaktype_unknown', detail: 'There is no zaaktype x.', pointer: `${inAny}/1/not/exact/zaaktype` },
    {
      code: 'status_unknown',
      detail: 'There is no status in_behandelin. Did you mean in_behandeling?',
      pointer: '/filters/2/any/0/exact/nieuweStatus',
    },
    {
      code: 'status_is_eindstatus',
      detail: expect.stringMatching(/vergunning_verleend.* Or filter on eindstatus\.$/),
      pointer: '/filters/2/any/2/exact/nieuweStatus',
    },
  ])
})

test('unknown names in readable parts are listed beside the faults of the schema', async () => {
  const wrong = {
    naam: 'x'.repeat(101),
    types: ['nl.overheid.zaken.zaak-heropent', '*'],
    filters: [{ exact: { zaaktype: 'APV-STANT' } }, 'geen'],
  }
  expect(await pointersOf(await api.register(wrong))).toEqual([
    '/filters/0/exact/zaaktype',
    '/filters/1',
    '/naam',
    '/types/0',
    '/types/1',
  ])
})

test('a well-formed registration with several faults lists them all', async () => {
  const response = await api.register({
    sink: 'https://10.0.0.1/',
    types: ['com.example.iets'],
    config: { contentmodus: 'binary' },
    protocolsettings: {
      oauth2: { tokenendpoint: 'https://10.0.0.1/token', clientid: 'a', clientsecret: 'b' },
      clientcertificate: { certificate: 'geen', key: 'geen' },
    },
  })
  expect(await pointersOf(response, 'name_unknown')).toEqual([
    '/config/contentmodus',
    '/protocolsettings/clientcertificate/certificate',
    '/protocolsettings/clientcertificate/key',
    '/protocolsettings/oauth2',
    '/protocolsettings/oauth2/tokenendpoint',
    '/sink',
    '/types/0',
  ])
  expect(await api.ctx.db.abonnement.count()).toBe(0)
})

test('bytes that are not UTF-8 are refused, not stored as a replacement character', async () => {
  const [before, after] = api.wish({ filters: [{ exact: { zaaktype: 'HIER' } }] }).split('HIER') as [string, string]
  const halfPair = Buffer.from([0xed, 0xa0, 0x80])
  const body = Buffer.concat([Buffer.from(before), halfPair, Buffer.from(after)])
  const response = await api.collection({ method: 'POST', body: new Uint8Array(body) })
  expect([response.status, (await response.json()).code]).toEqual([400, 'json_malformed'])
})

test.each([
  ['JWT', 400],
  ['STANDARDWEBHOOKS', 400],
  ['NLGOVADR', 400],
  ['ACCESSTOKEN', 201],
  ['HTTPMESSAGESIGNATURES', 201],
])('binary mode with %s is answered with %i', async (credentialtype, status) => {
  const response = await api.register({ sinkcredential: { credentialtype }, config: { contentmodus: 'binary' } })
  expect(response.status).toBe(status)
  if (status === 400) expect(await pointersOf(response, 'contentmodus_not_allowed')).toEqual(['/config/contentmodus'])
})

test.each([
  ['http://10.0.0.1/', 'sink_not_allowed'],
  ['https://169.254.169.254/latest', 'sink_not_allowed'],
  ['http://portaal.test/', 'sink_not_allowed'],
  ['https://user:secret@portaal.test/', 'sink_not_allowed'],
])('registering the sink %s is refused with %s', async (url, code) => {
  const response = await api.register({ sink: url })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code, errors: [{ pointer: '/sink' }] })
  expect([await api.ctx.db.abonnement.count(), await api.ctx.db.handshake.count()]).toEqual([0, 0])
})

test.each([
  ['https://portaal.test/x?', 'https://portaal.test/x'],
  ['https://portaal.test?', 'https://portaal.test/'],
  ['https://portaal.test/a/%2e%2E/b', 'https://portaal.test/b'],
  ['https://portaal.test/%7Ewebhooks?a=%7e%41%2d', 'https://portaal.test/~webhooks?a=~A-'],
  ['https://portaal.test/a%2fb', 'https://portaal.test/a%2Fb'],
  [`https://portaal.test/'"{}|^[]<>\``, 'https://portaal.test/%27%22%7B%7D%7C%5E%5B%5D%3C%3E%60'],
  [`https://portaal.test/?'"{}|\\^[]<>\``, 'https://portaal.test/?%27%22%7B%7D%7C%5C%5E%5B%5D%3C%3E%60'],
  ['https://portaal.test\\webhooks', 'https://portaal.test/webhooks'],
  ['https://portaal.test/100%?a=%zz%%41B', 'https://portaal.test/100%25?a=%25zz%25AB'],
  ['https:///portaal.test/x', 'https://portaal.test/x'],
  ['https://portaal.test:/x', 'https://portaal.test/x'],
  ['https://portaal.test:08443/x', 'https://portaal.test:8443/x'],
  ['https://p%6Frtaal.test/x', 'https://portaal.test/x'],
  ['https://0x1.1.1.1/', 'https://1.1.1.1/'],
])('the sink %s is refused with its normal form %s', async (sink, normal) => {
  const response = await api.register({ sink })
  expect(response.status).toBe(400)
  const errors = [{ code: 'sink_not_normal', detail: `Write it as ${normal}`, pointer: '/sink' }]
  expect(await response.json()).toMatchObject({ code: 'sink_not_normal', errors })
  expect(await api.ctx.db.abonnement.count()).toBe(0)
  expect((await api.register({ sink: normal })).status).toBe(201)
})

test.each([
  'https://portaal.test',
  'HTTPS://Portaal.test:443/A/../b//./c?van=zaakbode?&a=/../',
  'https://portaal.test/~a-b_c.d!$&()*+,;=:@%2F%20%C3%A9?!$&()*+,;=:@/?%27',
])('a sink that every receiver normalises is stored unchanged: %s', async (sink) => {
  expect(await (await api.register({ sink })).json()).toMatchObject({ sink })
})

test.each([
  ['no token', { token: '' }, 401],
  ['a wrong token', { token: 'wrong' }, 401],
  ['another media type', { contentType: 'text/plain' }, 415],
  ['a body that is no JSON', { body: '{' }, 400],
  ['a body of 16 kB and one byte', { body: ' '.repeat(16_385) }, 413],
  ['another method', { method: 'PUT' }, 405],
])('%s is refused', async (_name, call, status) => {
  const response = await api.collection({ method: 'POST', body: api.wish(), ...call })
  expect(response.status).toBe(status)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(response.headers.get('Allow')).toBe(status === 405 ? 'GET, HEAD, POST, OPTIONS' : null)
})

test('OPTIONS lists the methods without a token', async () => {
  const response = await api.collection({ method: 'OPTIONS', token: '' })
  expect([response.status, response.headers.get('Allow')]).toEqual([200, 'GET, HEAD, POST, OPTIONS'])
})
