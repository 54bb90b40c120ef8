import { mkdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { expect, test } from 'vitest'
import { startCommands } from '#lib/ontwikkelaars/commands.ts'
import { readSnippetFile } from '#lib/ontwikkelaars/snippets/read-snippet.ts'
import { answerApi } from '#lib/zaaksysteem/openapi/operations.ts'
import { addGebeurtenissen } from '#lib/zaaksysteem/stroom/test-stroom-server.ts'
import { createTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { freePort } from '#tools/servers/free-port.ts'
import { listen } from '#tools/servers/listen.ts'
import { newConfigHome } from './test-luister.ts'
import { hasCurl, runInShell } from './test-shell.ts'

test.runIf(hasCurl)('the first commands of /ontwikkelaars lead from nothing to a verified event', async () => {
  const ctx = await createTestZaaksysteem()
  await addGebeurtenissen(ctx, 'OMG-KAP')
  const site = createServer(
    createRequestListener(async (request) => {
      const { pathname } = new URL(request.url)
      if (pathname.startsWith('/api/')) return answerApi(ctx, request)
      if (pathname.endsWith('.tgz')) return new Response(await readFile('public/ontwikkelaars/zaakbode.tgz'))
      return new Response(await readSnippetFile('node', pathname.split('/').at(-1) ?? ''))
    }),
  )
  const commands = startCommands({
    url: `http://127.0.0.1:${await listen(site)}`,
    source: ctx.env.ZAAKSYSTEEM_SOURCE,
    origin: ctx.env.ZAAKSYSTEEM_ORIGIN,
    token: ctx.apiToken,
    caFile: undefined,
    naam: 'Mijn eerste ontvanger',
    initiator: { naam: 'Voorbeeld BV', kvkNummer: '12345678' },
  })
  const home = newConfigHome()
  const folder = join(home, 'ontvanger')
  mkdirSync(folder)
  const [port, keys] = [await freePort(), await freePort()].map(String) as [string, string]
  // The ports on the page may be taken on this machine.
  const here = (command: string) => command.replaceAll(':4000/', `:${port}/`).replaceAll(':4001/', `:${keys}/`)

  const receiver = runInShell([commands.klaarzetten, here(commands.proberen)], { cwd: folder, env: { PORT: port } })
  await expect.poll(receiver.said).toContain(`Listening on port ${port}`)
  const luister = runInShell([commands.klaarzetten, `${here(commands.luisteren)} --sleutelpoort ${keys}`], {
    cwd: home,
    env: { XDG_CONFIG_HOME: home, npm_config_cache: home, npm_config_update_notifier: 'false' },
  })
  await expect.poll(luister.said, { timeout: 90_000 }).toMatch(/zaak-geregistreerd .* 204 in \d+ ms/)
  expect(receiver.said()).toContain('nl.overheid.zaken.zaak-geregistreerd')

  await Promise.all([luister.end(), receiver.end()])
  site.close()
  site.closeAllConnections()
  await ctx.close()
  rmSync(home, { recursive: true })
})
