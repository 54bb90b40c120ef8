import { afterAll, afterEach, expect, test } from 'vitest'
import { NOW, startTestAbonnementenApi } from '#lib/zaaksysteem/abonnement/api/test-abonnementen-api.ts'
import { createTestCa } from '#lib/zaaksysteem/egress/test-certificates.ts'
import { TOEGANG_ABONNEMENT, TOEGANG_WIJZIGING } from './toegang-abonnement.ts'

const DAY_MS = 24 * 60 * 60 * 1000

const api = await startTestAbonnementenApi()
const root = await createTestCa('Root')
const { cert, key } = await root.issue({
  host: 'zaaksysteem',
  isClient: true,
  notBeforeDate: new Date(NOW.getTime() - DAY_MS),
  notAfterDate: new Date(NOW.getTime() + 60 * DAY_MS),
})
const clientcertificate = { certificate: `${cert}\n${root.cert}`, key }
afterEach(() => api.clear())
afterAll(() => api.close())

/** Registers the example of the page, with values for its placeholders. */
async function register() {
  const { oauth2 } = TOEGANG_ABONNEMENT.protocolsettings
  const protocolsettings = { headers: { 'X-Api-Key': 'sleutel' }, oauth2, clientcertificate }
  const response = await api.register({ ...TOEGANG_ABONNEMENT, protocolsettings })
  expect(response.status).toBe(201)
  const { id } = await response.json()
  return read(id)
}
const read = async (id: string) => (await api.item(id)).json()
const change = async (id: string, method: 'PUT' | 'PATCH', wish: object) => {
  const contentType = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
  expect((await api.item(id, { method, contentType, body: JSON.stringify(wish) })).status).toBe(200)
  return read(id)
}
const secretOf = async (soort: 'oauth2' | 'clientcertificate') =>
  (await api.ctx.db.toegang.findFirstOrThrow({ where: { soort } })).versleuteld

test('the PATCH of the page replaces the client secret, removes the headers and keeps everything else', async () => {
  const before = await register()
  const [oauth2, certificate] = [await secretOf('oauth2'), await secretOf('clientcertificate')]
  const [, ...kept] = before.toegang
  expect(await change(before.id, 'PATCH', TOEGANG_WIJZIGING)).toEqual({ ...before, toegang: kept })
  expect(kept.map(({ soort }: { soort: string }) => soort)).toEqual(['oauth2', 'clientcertificate'])
  expect(await secretOf('oauth2')).not.toEqual(oauth2)
  expect(await secretOf('clientcertificate')).toEqual(certificate)
})

test('a PUT resets each part of protocolsettings that it omits to its default', async () => {
  const before = await register()
  const config = { contentmodus: 'structured', herhaalschema: [], maxGelijktijdig: 64 }
  const defaults = { naam: '', contact: null, types: [], filters: [], config }
  expect(before).not.toMatchObject(defaults)
  const { protocolsettings } = TOEGANG_WIJZIGING
  const { toegang } = await change(before.id, 'PATCH', TOEGANG_WIJZIGING)
  expect(await change(before.id, 'PUT', { protocolsettings })).toEqual({ ...before, ...defaults, toegang })
})
