import type { Middleware } from 'openapi-fetch'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiDocument, describedBy } from './test-described-by.ts'
import { type Journey, startJourney } from './test-journey.ts'

/** In a variable, so that tsc does not check it: documents.rules.ts compiles it with generated types. */
const JOURNEY = './client/journey.mts'

let setting: Journey
let document: ApiDocument
beforeAll(async () => {
  setting = await startJourney()
  document = await (await fetch(`${setting.baseUrl}/openapi.json`)).json()
})
afterAll(() => setting.close())

/** Checks each response against the document. */
function checking(): Middleware {
  const { errorsInAnswer } = describedBy(document)
  return {
    async onResponse({ request, response, schemaPath }) {
      expect(await errorsInAnswer({ method: request.method, path: schemaPath, response: response.clone() })).toEqual([])
    },
  }
}

test('a client with generated types registers a zaak, acts on it, reads it back, and resends a dead letter', async () => {
  const { journey } = await import(JOURNEY)
  const made = await journey({ ...setting, check: checking() })
  expect(made).toMatchObject({ versie: 2, taken: [made.dead] })
  const ofZaak = { subject: made.uuid }
  expect(made.events).toMatchObject([ofZaak, { ...ofZaak, data: { nieuweStatus: made.status } }])
  expect(setting.received().filter((id) => id === made.dead)).toHaveLength(3)
})
