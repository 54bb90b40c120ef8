import type { Middleware } from 'openapi-fetch'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestZaaksysteem, PORTAL_SCOPES, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { startTestApiServer } from './test-api-server.ts'
import { type ApiDocument, describedBy } from './test-described-by.ts'

/** In a variable, because its types are generated where it is compiled (documents.rules.ts). */
const JOURNEY = './client/journey.mts'

let ctx: TestZaaksysteem
let server: Awaited<ReturnType<typeof startTestApiServer>>
let document: ApiDocument
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ scopes: `${PORTAL_SCOPES}+zaken.aanmaken+zaken.statussen.toevoegen` })
  server = await startTestApiServer({ zaaksysteem: ctx })
  document = await (await fetch(`${server.baseUrl}/openapi.json`)).json()
})
afterAll(async () => {
  await server.close()
  await ctx.close()
})

/** Checks each answer against the document. */
function checking(): Middleware {
  const { errorsInAnswer } = describedBy(document)
  return {
    async onResponse({ request, response, schemaPath }) {
      expect(await errorsInAnswer({ method: request.method, path: schemaPath, response: response.clone() })).toEqual([])
    },
  }
}

test('a client of the generated types registers, acts and reads', async () => {
  const { journey } = await import(JOURNEY)
  const made = await journey({
    baseUrl: server.baseUrl,
    token: ctx.apiToken,
    check: checking(),
    letEventsBeNumbered: async () => {},
  })
  expect(made).toMatchObject({ status: 'wacht_op_toestemming', versie: 2 })
  expect(made.events.map(({ subject }: { subject: string }) => subject)).toEqual([made.uuid, made.uuid])
})
