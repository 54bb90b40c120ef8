import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Middleware } from 'openapi-fetch'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { numberGebeurtenissen } from '#lib/zaaksysteem/outbox/number-gebeurtenissen.ts'
import { createTestZaaksysteem, PORTAL_SCOPES, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { generateTypes } from './generator/generate-types.ts'
import { startTestApiServer } from './test-api-server.ts'
import { type ApiDocument, describedBy } from './test-described-by.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Below the packages, so that a program here finds them. */
const DATA = join(ROOT, '.data')

let ctx: TestZaaksysteem
let server: Awaited<ReturnType<typeof startTestApiServer>>
let document: ApiDocument
let folder: string
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ scopes: `${PORTAL_SCOPES}+zaken.aanmaken+zaken.statussen.toevoegen` })
  server = await startTestApiServer({ zaaksysteem: ctx })
  document = await (await fetch(`${server.baseUrl}/openapi.json`)).json()
  mkdirSync(DATA, { recursive: true })
  folder = mkdtempSync(join(DATA, 'api-client-'))
  writeFileSync(join(folder, 'zaaksysteem.ts'), await generateTypes(document))
  cpSync(join(import.meta.dirname, 'client'), folder, { recursive: true })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
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

test('a client of generated types compiles, and what the document does not allow does not', () => {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
  const compiled = spawnSync(process.execPath, [compiler, '--project', folder], { encoding: 'utf8' })
  expect(compiled.stdout).toBe('')
  expect(compiled.status).toBe(0)
})

test('it registers, acts and reads', async () => {
  const { journey } = await import(pathToFileURL(join(folder, 'journey.mts')).href)
  const made = await journey({
    baseUrl: server.baseUrl,
    token: ctx.apiToken,
    check: checking(),
    letEventsBeNumbered: () => numberGebeurtenissen(ctx),
  })
  expect(made).toMatchObject({ status: 'wacht_op_toestemming', versie: 2 })
  expect(made.events.map(({ subject }: { subject: string }) => subject)).toEqual([made.uuid, made.uuid])
})
