import createClient from 'openapi-fetch'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { numberGebeurtenissen } from '#lib/zaaksysteem/outbox/number-gebeurtenissen.ts'
import { createTestZaaksysteem, PORTAL_SCOPES, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { answerCheck } from './test-answer-check.ts'
import { startTestApiServer } from './test-api-server.ts'

let ctx: TestZaaksysteem
let server: Awaited<ReturnType<typeof startTestApiServer>>
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ scopes: `${PORTAL_SCOPES}+zaken.aanmaken+zaken.statussen.toevoegen` })
  server = await startTestApiServer({ zaaksysteem: ctx })
})
afterAll(async () => {
  await server.close()
  await ctx.close()
})

// biome-ignore lint/suspicious/noExplicitAny: another side's client knows what the document says, and no type of ours
type Paths = Record<string, any>

/** A client that knows the API from its published document only, and checks each answer against it. */
async function createCheckingClient() {
  const document = await (await fetch(`${server.baseUrl}/openapi.json`)).json()
  const check = answerCheck(document)
  const client = createClient<Paths>({ baseUrl: server.baseUrl, headers: { Authorization: `Bearer ${ctx.apiToken}` } })
  client.use({
    onResponse: ({ request: { method }, response, schemaPath: path }) => check({ method, path, response }),
  })
  return client
}

const key = () => ({ 'Idempotency-Key': crypto.randomUUID() })

test('a client that knows only the document registers, acts and reads', async () => {
  const client = await createCheckingClient()
  const abonnement = await client.POST('/abonnementen', {
    body: { protocol: 'HTTP', sink: 'http://127.0.0.1:9/webhook', sinkcredential: { credentialtype: 'JWT' } },
  })
  expect(abonnement.response.status).toBe(201)
  const registered = await client.POST('/zaken', {
    params: { header: key() },
    body: { zaaktype: 'APV-STAND', omschrijving: 'Standplaats', initiator: { naam: 'J. de Vries', bsn: '999990342' } },
  })
  expect(registered.response.status).toBe(201)
  const { uuid } = registered.data
  const read = await client.GET('/zaken/{uuid}', { params: { path: { uuid } } })
  const [, next] = read.data.zaaktype.statustypen
  const set = await client.POST('/zaken/{uuid}/statussen', {
    params: { path: { uuid }, header: key() },
    body: { versie: 1, statustype: next.code },
  })
  expect(set.data).toMatchObject({ versie: 2 })
  await numberGebeurtenissen(ctx)
  const events = await client.GET('/gebeurtenissen', { params: { query: { vanaf: 0 } } })
  expect(events.data.map(({ subject }: { subject: string }) => subject)).toEqual([uuid, uuid])
})

test('its refusals are what the document says', async () => {
  const client = await createCheckingClient()
  const refusals = await Promise.all([
    client.GET('/zaken', { params: { query: { limiet: 0 } } }),
    client.GET('/zaken/{uuid}', { params: { path: { uuid: crypto.randomUUID() } } }),
    client.POST('/zaken/{uuid}/verlengingen', { params: { path: { uuid: crypto.randomUUID() }, header: key() } }),
    client.POST('/zaken', { params: { header: key() }, body: {} }),
    client.POST('/bezorgingen/{id}/herhaling', { params: { path: { id: '1' } } }),
  ])
  expect(refusals.map(({ response }) => response.status)).toEqual([400, 404, 403, 400, 404])
})
