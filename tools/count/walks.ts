import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, relative, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { findZaaktype } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { type Running, waitUntilReady } from '../../scripts/local/processes.ts'
import { registerPortal } from '../../scripts/local/register-portal.ts'
import { LiveArrivals } from '../load/live-arrivals.ts'
import { registerInTurn } from '../load/register-in-turn.ts'
import { signIn } from '../load/sign-in.ts'
import { startInstallation } from '../load/start-installation.ts'
import type { Ran } from './report-coverage.ts'

const PORT = 3946
/** The first rounds are not counted, because they compile statements and fill caches. */
const WARM_UP = 2
/** A file belongs to a walk when it ran in most rounds, because tasks may run beside any round. */
const ROUNDS = 8
const POLL_MS = 5

/**
 * Measures two walks in a running installation: the files with a function that runs in the web process of
 * both systems or in the worker, from a status change over the API to the citizen's live stream, and for GET
 * of a zaak. Code in the bundles of Next.js counts as the file that it comes from.
 */
export async function measureWalks(): Promise<Record<string, string[]>> {
  const installation = await startInstallation({ port: PORT })
  const preload = { NODE_OPTIONS: `--import ${pathToFileURL('tools/count/report-coverage.ts')}` }
  const [web, worker] = [installation.start('web.ts', preload), installation.start('worker.ts', preload)]
  const { origin, zaaksysteem, apiBase, token } = installation
  await waitUntilReady(origin, web)
  await registerPortal(installation)
  const arrivals = new LiveArrivals()
  const persoon = DEMO_BURGERS[0]?.id as string
  await arrivals.open(origin, await signIn(origin, { system: 'publieksportaal', persoon }))
  const { identificatie: zaaktype, statustypen } = await findZaaktype(zaaksysteem, 'APV-STAND')
  const headers = { authorization: `Bearer ${token}` }
  const zaken: string[] = []
  for (let index = 0; index < WARM_UP + ROUNDS; index += 1) {
    const zaak = { zaaktype, omschrijving: `Standplaats ${index}` }
    zaken.push(await registerInTurn(zaaksysteem, index * DEMO_BURGERS.length, zaak))
  }

  async function isDelivered(zaakId: string, aantal: number) {
    while ((await zaaksysteem.db.bezorging.count({ where: { zaakId, status: 'bezorgd' } })) < aantal)
      await sleep(POLL_MS)
  }

  async function call(path: string, body?: object) {
    const sent = body && { method: 'POST', body: JSON.stringify(body) }
    const answer = await fetch(`${apiBase}${path}`, {
      ...sent,
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    })
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`)
    await answer.arrayBuffer()
  }

  async function walk(step: (zaakId: string) => Promise<unknown>): Promise<Ran[][]> {
    const rounds: Ran[][] = []
    for (const zaakId of zaken) {
      await Promise.all([web, worker].map(ranSince))
      await step(zaakId)
      rounds.push((await Promise.all([web, worker].map(ranSince))).flat())
    }
    return rounds.slice(WARM_UP)
  }

  for (const zaakId of zaken) await isDelivered(zaakId, 1)
  const read = await walk((zaakId) => call(`/zaken/${zaakId}`))
  const change = await walk(async (zaakId) => {
    await call(`/zaken/${zaakId}/statussen`, { versie: 1, statustype: statustypen[1]?.code })
    await arrivals.of(zaakId, 2)
    await isDelivered(zaakId, 2)
  })
  arrivals.close()
  await Promise.all([web.stop(), worker.stop()])
  await installation.stop()
  return { 'a status change over the API': filesOf(change), 'GET of a zaak': filesOf(read) }
}

async function ranSince({ process: child }: Running): Promise<Ran[]> {
  child.send('coverage')
  const [ran] = (await once(child, 'message')) as [Ran[]]
  return ran
}

/** The files that ran in most rounds. */
function filesOf(rounds: Ran[][]): string[] {
  const files = rounds.flatMap((round) => [...new Set(round.flatMap((one) => sourceOf(one) ?? []))])
  const times = Object.entries(Object.groupBy(files, (file) => file))
  return times.flatMap(([file, all = []]) => (all.length > rounds.length / 2 ? file : [])).sort()
}

type Script = { text: string; map: SourceMap | undefined }
const scripts = new Map<string, Script>()

/** Returns the source file of a function; `undefined` for a package or code added by the bundler. */
function sourceOf({ url, offset }: Ran): string | undefined {
  const path = fileURLToPath(url)
  if (!path.includes('/.next/')) return ours(path)
  const { text, map } = scripts.get(path) ?? readScript(path)
  scripts.set(path, { text, map })
  const before = text.slice(0, offset).split('\n')
  const entry = map?.findEntry(before.length - 1, before.at(-1)?.length ?? 0)
  return entry && 'originalSource' in entry ? ours(resolve(dirname(path), entry.originalSource)) : undefined
}

function ours(path: string): string | undefined {
  const file = relative('.', path)
  return /^(?:app|lib|scripts|demo)\/|^[\w-]+\.ts$/.test(file) ? file : undefined
}

function readScript(path: string): Script {
  const map = existsSync(`${path}.map`) ? JSON.parse(readFileSync(`${path}.map`, 'utf8')) : undefined
  return { text: readFileSync(path, 'utf8'), map: map && new SourceMap(map) }
}
