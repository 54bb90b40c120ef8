import { afterAll, afterEach, expect, test } from 'vitest'
import { performHandshakes } from '../toestemming/test-handshakes.ts'
import { OTHER, startTestAbonnementenApi } from './test-abonnementen-api.ts'

const api = await startTestAbonnementenApi()
afterEach(() => api.clear())
afterAll(() => api.close())

const created = async (changes?: object) => (await api.register(changes)).json()
const put = (id: string, body: object, token?: string) =>
  api.item(id, { method: 'PUT', token, body: JSON.stringify(body) })
const patch = (id: string, body: object, token?: string) =>
  api.item(id, { method: 'PATCH', token, body: JSON.stringify(body), contentType: 'application/merge-patch+json' })

test('PUT replaces all settings; absent members get their default', async () => {
  const { id, ...before } = await created({ naam: 'oud', contact: 'a@portaal.test', config: { maxGelijktijdig: 2 } })
  const wishes = {
    naam: 'nieuw',
    types: ['nl.overheid.zaken.zaak-heropend'],
    filters: [{ suffix: { subject: '0' } }],
    config: { herhaalschema: [60, 3600] },
  }
  const response = await put(id, wishes)
  const after = {
    ...before,
    id,
    ...wishes,
    contact: null,
    config: { contentmodus: 'structured', herhaalschema: [60, 3600], maxGelijktijdig: 64 },
  }
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual(after)
  expect(await (await api.item(id)).json()).toEqual(after)
})

test('PATCH changes the given members and leaves the rest', async () => {
  const wishes = { naam: 'oud', contact: 'a@portaal.test', types: ['nl.overheid.zaken.zaak-heropend'] }
  const before = await created({ ...wishes, config: { maxGelijktijdig: 2, herhaalschema: [60] } })
  const response = await patch(before.id, { contact: null, config: { maxGelijktijdig: 3 } })
  const after = { ...before, contact: null, config: { ...before.config, maxGelijktijdig: 3 } }
  expect([response.status, await response.json()]).toEqual([200, after])
  expect(await (await patch(before.id, {})).json()).toEqual(after)
  expect(await (await api.item(before.id)).json()).toEqual(after)
})

test('PATCH with another media type is refused with Accept-Patch', async () => {
  const { id } = await created()
  const refused = await api.item(id, { method: 'PATCH', body: '{}' })
  const { code, detail } = await refused.json()
  expect([refused.status, code, detail]).toEqual([
    415,
    'content_type_unsupported',
    'Send application/merge-patch+json.',
  ])
  const options = await api.item(id, { method: 'OPTIONS' })
  for (const { headers } of [refused, options]) {
    expect(headers.get('Accept-Patch')).toBe('application/merge-patch+json')
  }
})

test.each([
  ['PATCH', { naam: null }, '/naam'],
  ['PATCH', { sink: 'https://elders.test/' }, '/sink'],
  ['PATCH', { protocolsettings: { subject: 'a' } }, '/protocolsettings'],
])('%s refuses %j', async (_, body, pointer) => {
  const { id } = await created()
  const response = await patch(id, body)
  expect([response.status, (await response.json()).errors[0].pointer]).toEqual([400, pointer])
})

test('a change with several faults lists them all, and changes nothing', async () => {
  const before = await created()
  const types = ['nl.overheid.zaken.zaak-heropent']
  const config = { contentmodus: 'binary' }
  const oauth2 = { tokenendpoint: 'https://10.0.0.1/', clientid: 'a', clientsecret: 'b' }
  const response = await put(before.id, { sink: 'https://elders.test/', types, config, protocolsettings: { oauth2 } })
  const { code, errors } = await response.json()
  expect([response.status, code]).toEqual([400, 'not_changeable'])
  expect(errors.map((error: { code: string; pointer: string }) => `${error.pointer} ${error.code}`)).toEqual([
    '/sink not_changeable',
    '/types/0 type_unknown',
    '/config/contentmodus contentmodus_not_allowed',
    '/protocolsettings/oauth2 oauth2_not_allowed',
    '/protocolsettings/oauth2/tokenendpoint tokenendpoint_not_allowed',
  ])
  expect(await (await api.item(before.id)).json()).toEqual(before)
})

test('PUT of the result of GET changes nothing', async () => {
  const { id } = await created({
    filters: [{ not: { exact: { type: 'nl.overheid.zaken.zaak-heropend' } } }],
    sinkcredential: { credentialtype: 'JWT' },
  })
  const before = await (await api.item(id)).json()
  expect(await (await put(id, before)).json()).toEqual(before)
})

test('a change of sink or credentialtype is refused, and changes nothing', async () => {
  const before = await created({ naam: 'oud' })
  const other = { sink: 'https://elders.test/', sinkcredential: { credentialtype: 'NLGOVADR' }, naam: 'nieuw' }
  const response = await put(before.id, other)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    code: 'not_changeable',
    errors: [
      { pointer: '/sink', detail: expect.stringMatching(/register a second abonnement/) },
      { pointer: '/sinkcredential/credentialtype', detail: expect.stringMatching(/register the same sink again/) },
    ],
  })
  expect(await (await api.item(before.id)).json()).toEqual(before)
})

test.each<[string, object, string]>([
  ['a secret', { sinkcredential: { credentialtype: 'JWT', secret: 'x' } }, '/sinkcredential'],
  [
    'headers of ours',
    { protocolsettings: { headers: { Authorization: 'x' } } },
    '/protocolsettings/headers/Authorization',
  ],
  ['another protocol', { protocol: 'MQTT' }, '/protocol'],
  ['an unknown dialect', { filters: [{ regex: { type: '.*' } }] }, '/filters/0'],
])('PUT refuses %s', async (_name, body, pointer) => {
  const { id } = await created()
  const response = await put(id, body)
  expect(response.status).toBe(400)
  expect((await response.json()).errors[0].pointer).toBe(pointer)
})

test('binary mode is refused for a credentialtype that does not prove headers', async () => {
  const binary = { config: { contentmodus: 'binary' } }
  const { id } = await created()
  const refused = await put(id, binary)
  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({
    code: 'contentmodus_not_allowed',
    errors: [{ pointer: '/config/contentmodus' }],
  })
  await created({ sinkcredential: { credentialtype: 'HTTPMESSAGESIGNATURES' } })
  expect(await (await put(id, binary)).json()).toMatchObject({ config: { contentmodus: 'binary' } })
})

test('the abonnement of another client is answered with 404', async () => {
  const before = await created()
  for (const method of ['GET', 'DELETE']) expect((await api.item(before.id, { token: OTHER, method })).status).toBe(404)
  expect((await put(before.id, { naam: 'van mij' }, OTHER)).status).toBe(404)
  expect((await patch(before.id, { naam: 'van mij' }, OTHER)).status).toBe(404)
  for (const actie of ['pauze', 'hervatting', 'verificatie', 'geheim']) {
    expect((await api.actie(before.id, actie, { token: OTHER, body: '{}' })).status).toBe(404)
  }
  await performHandshakes(api.ctx)
  expect(await (await api.item(before.id)).json()).toEqual({ ...before, status: 'actief' })
})

test('deleting an abonnement deletes its secrets', async () => {
  const { id } = await created({ sinkcredential: { credentialtype: 'ACCESSTOKEN' } })
  expect((await api.item(id, { method: 'DELETE' })).status).toBe(204)
  expect((await api.item(id, { method: 'DELETE' })).status).toBe(404)
  expect(await api.ctx.db.geheim.count()).toBe(0)
})

test('an id that is no UUID gives 404, and other methods are refused', async () => {
  expect((await api.item('1')).status).toBe(404)
  const refused = await api.item('1', { method: 'POST' })
  expect([refused.status, refused.headers.get('Allow')]).toEqual([405, 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'])
  expect((await api.item('1', { token: '' })).status).toBe(401)
})

test('OPTIONS lists the methods without a token', async () => {
  const response = await api.item('1', { method: 'OPTIONS', token: '' })
  expect([response.status, response.headers.get('Allow')]).toEqual([200, 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'])
})
