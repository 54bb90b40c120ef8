import { setTimeout as sleep } from 'node:timers/promises'
import { Agent, fetch } from 'undici'
import { v7 as uuidv7 } from 'uuid'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { registerZaak } from '#lib/zaaksysteem/zaak/registratie/register-zaak.ts'
import { expectDone } from '../../prisma/seed/expect-done.ts'
import { createRandom } from '../../prisma/seed/random.ts'
import { atRate, percentiles } from '../load/at-rate.ts'
import { signIn } from '../load/sign-in.ts'
import { linkToDocument } from './burdens/slow-readers.ts'
import type { House } from './house.ts'
import { startMisbehavingSink } from './misbehaving-sink.ts'
import { HERHAALSCHEMA, subscribe } from './publish.ts'
import { type Check, checkSink } from './verdict.ts'

const EVENTS_PER_SECOND = 20
const PAGES_PER_SECOND = 5
const DOCUMENTS_PER_SECOND = 1
const DOCUMENT_BYTES = 200_000
const PAGE_POLL_MS = 100
const GIVE_UP_AFTER_MS = 60_000
/** The citizen has his own address, because requests from one address share its places. */
const dispatcher = new Agent({ connect: { localAddress: '127.0.0.2', family: 4 } })

/** 95th percentiles in milliseconds. */
type Pulse = { sinkMs: number; pageMs: number; documentMs: number }

/**
 * Measures the experience of a healthy neighbour and a citizen: the time from the commit of an event until a
 * healthy sink has it, and the response times of the page of a zaak and of a document.
 */
export async function startPulse(house: House) {
  const waiting = new Map<string, () => void>()
  const manners = { name: 'healthy', failing: 0, slowMs: 0 }
  const sink = await startMisbehavingSink(manners, createRandom(1), ({ id }) => waiting.get(id)?.())
  await subscribe(house.api, {
    protocol: 'HTTP',
    sink: sink.url,
    naam: sink.name,
    sinkcredential: { credentialtype: 'JWT' },
    config: { herhaalschema: HERHAALSCHEMA },
  })
  const [reader, ...others] = DEMO_BURGERS as [(typeof DEMO_BURGERS)[number], ...typeof DEMO_BURGERS]
  const cookie = await signIn(house.portalOrigin, { system: 'publieksportaal', persoon: reader.id })
  const published: string[] = []
  const failedPages: string[] = []
  const failedDocuments: string[] = []
  const { id: zaakId } = await register(reader, uuidv7())
  const link = await linkToDocument(house, reader, DOCUMENT_BYTES)

  async function register({ naam, bsn }: Pick<typeof reader, 'naam' | 'bsn'>, gebeurtenisId: string) {
    const aanvrager = { naam, bsn }
    const zaak = { zaaktype: 'APV-STAND', omschrijving: 'Standplaats', aanvrager, gebeurtenisId }
    published.push(gebeurtenisId)
    return expectDone(await registerZaak(house.zaaksysteem, { ...zaak, traceparent: traceparentOf(null) }))
  }

  async function deliver(index: number): Promise<number> {
    const id = uuidv7()
    const { promise: arrival, resolve } = Promise.withResolvers<void>()
    waiting.set(id, resolve)
    await register(others[index % others.length] as typeof reader, id)
    const committed = performance.now()
    const timer = setTimeout(resolve, GIVE_UP_AFTER_MS)
    await arrival
    clearTimeout(timer)
    waiting.delete(id)
    return performance.now() - committed
  }

  async function readPage(): Promise<{ status: number; ms: number }> {
    const asked = performance.now()
    const response = await fetch(`${house.portalOrigin}/mijn/zaken/${zaakId}`, {
      headers: { cookie },
      redirect: 'manual',
      dispatcher,
    })
    await response.arrayBuffer()
    return { status: response.status, ms: performance.now() - asked }
  }

  async function readDocument(): Promise<{ status: number; bytes: number; ms: number }> {
    const asked = performance.now()
    const led = await fetch(link, { headers: { cookie }, redirect: 'manual', dispatcher })
    await led.arrayBuffer()
    const path = led.headers.get('location')
    const answer = path ? await fetch(`${house.portalOrigin}${path}`, { redirect: 'manual', dispatcher }) : led
    const bytes = path ? (await answer.arrayBuffer()).byteLength : 0
    return { status: answer.status, bytes, ms: performance.now() - asked }
  }

  while ((await readPage()).status !== 200) await sleep(PAGE_POLL_MS)
  while ((await readDocument()).status !== 200) await sleep(PAGE_POLL_MS)

  return {
    async take(seconds: number): Promise<Pulse> {
      const [sinkMs, pages, documents] = await Promise.all([
        atRate({ perSecond: EVENTS_PER_SECOND, count: EVENTS_PER_SECOND * seconds, task: deliver }),
        atRate({ perSecond: PAGES_PER_SECOND, count: PAGES_PER_SECOND * seconds, task: readPage }),
        atRate({ perSecond: DOCUMENTS_PER_SECOND, count: DOCUMENTS_PER_SECOND * seconds, task: readDocument }),
      ])
      for (const { status } of pages) if (status !== 200) failedPages.push(`answered with ${status}`)
      for (const { status, bytes } of documents)
        if (bytes !== DOCUMENT_BYTES) failedDocuments.push(`answered with ${status}, ${bytes} bytes`)
      const p95 = (given: { ms: number }[]) => percentiles(given.map(({ ms }) => ms)).p95
      return { sinkMs: percentiles(sinkMs).p95, pageMs: p95(pages), documentMs: p95(documents) }
    },
    /** Returns the checks that must hold at the end. */
    checks: (): Check[] => [
      ...checkSink(sink, published),
      { name: 'the citizen got every page', broken: failedPages },
      { name: 'the citizen got all of every document', broken: failedDocuments },
    ],
    close: () => sink.close(),
  }
}
