import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SSE_VOORBEELD, stroomCommands } from '#lib/ontwikkelaars/commands.ts'
import { readSnippetFile } from '#lib/ontwikkelaars/snippets/read-snippet.ts'
import {
  addGebeurtenissen,
  startStroomServer,
  type TestStroomServer,
} from '#lib/zaaksysteem/stroom/test-stroom-server.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { hasCurl, runInShell } from './test-shell.ts'

const site = createServer(
  createRequestListener(async ({ url }) => {
    const file = new URL(url).pathname.split('/').at(-1) ?? ''
    return new Response(await readSnippetFile('node', file))
  }),
)
const folder = mkdtempSync(join(tmpdir(), 'read-stream-'))
let ctx: TestZaaksysteem
let web: TestStroomServer

beforeAll(async () => {
  await once(site.listen(0, '127.0.0.1'), 'listening')
  ctx = await createTestZaaksysteem()
  web = await startStroomServer(ctx)
})
afterAll(async () => {
  await web.close()
  await ctx.close()
  site.close()
  site.closeAllConnections()
  rmSync(folder, { recursive: true })
})

/** Runs a command of the page. Links our `ws` instead of installing it. */
function run(name: 'sse' | 'websocket', more: Record<string, string> = {}) {
  const commands = stroomCommands({ url: `http://127.0.0.1:${(site.address() as AddressInfo).port}` })
  const ws = join(process.cwd(), 'node_modules/ws')
  const command = commands[name].replace('npm install ws', `mkdir -p node_modules; ln -sfn '${ws}' node_modules/ws`)
  const env = { API: dirname(web.url), TOKEN: ctx.apiToken, ...more }
  return runInShell([command], { cwd: folder, env })
}

const fieldsOf = (text: string) => text.split('\n').map((line) => line.split(':')[0])

test.runIf(hasCurl)('the command for server-sent events prints the fields that the page shows', async () => {
  const curl = run('sse')
  await expect.poll(curl.said).toContain('event: positie\n')
  await addGebeurtenissen(ctx, 'OMG-KAP')
  const shown = fieldsOf(SSE_VOORBEELD)
  await expect.poll(() => fieldsOf(curl.said()).slice(0, shown.length)).toEqual(shown)
  await curl.end()
})

test.runIf(hasCurl)('the code for a WebSocket prints its start position and each event after it', async () => {
  await addGebeurtenissen(ctx, 'OMG-KAP', 'OMG-KAP')
  const { sequence } = await ctx.db.gebeurtenis.findFirstOrThrow({ orderBy: { sequence: 'desc' } })
  const last = Number(sequence)
  const node = run('websocket', { VANAF: String(last - 1) })
  await expect.poll(node.said).toContain(`positie ${last - 1}\n`)
  await expect.poll(node.said).toContain(`${last} nl.overheid.zaken.zaak-geregistreerd {`)
  await node.end()
})

test.runIf(hasCurl)('without a sequence the code receives only new events', async () => {
  const node = run('websocket')
  await expect.poll(node.said).toContain('positie ')
  await addGebeurtenissen(ctx, 'OMG-KAP')
  await expect.poll(node.said).toContain('zaak-geregistreerd')
  expect(node.said().match(/zaak-geregistreerd/g)).toHaveLength(1)
  await node.end()
})

test.runIf(hasCurl)('a sequence that is too high makes the code print 409 and close code 1006', async () => {
  const node = run('websocket', { VANAF: '1000' })
  await expect.poll(node.said).toContain('409')
  await expect.poll(node.said).toContain('Closed: 1006')
})
