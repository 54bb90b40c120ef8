import type { IncomingMessage, ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { CLIENT_ADDRESS_HEADER, clientParty } from '#lib/platform/http/client-address.ts'
import { overloadedResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { openTicket } from '#lib/platform/objects/bytes-ticket.ts'
import { perProcess } from '#lib/platform/once.ts'
import { createLane } from '#lib/platform/tasks/lane.ts'
import { isApi, seesPage } from '#lib/platform/web-server/api-request.ts'
import type { Admission } from '#lib/platform/web-server/create-web-server.ts'

const TURN_MS = SECOND_MS / 2
/** The fraction of a turn that the event loop of a busy process works. */
const BUSY = 0.9
/** With a smaller share of a processor, half a second of work takes more than four seconds. */
const LEAST_SHARE = 1 / 8
/** More turns than a garbage collection or the first load of a page takes, which is one or two. */
const STARVED_TURNS = 5

/** Totals of the process: elapsed time, busy time of its event loop, and CPU time. */
type Used = { wallMs: number; busyMs: number; cpuMs: number }

/**
 * Compares the busy time of the event loop with the CPU time. A process is starved when it was busy but got
 * hardly any CPU in each of its last turns. Late timers are no sign: the scheduler of Linux favours a process
 * that slept.
 */
export function createTurns(read: () => Used) {
  let last = read()
  let isBusy = false
  let starvedTurns = 0
  return {
    turn() {
      const now = read()
      const busyMs = now.busyMs - last.busyMs
      isBusy = busyMs > BUSY * (now.wallMs - last.wallMs)
      starvedTurns = isBusy && now.cpuMs - last.cpuMs < LEAST_SHARE * busyMs ? starvedTurns + 1 : 0
      last = now
    },
    isBusy: () => isBusy,
    isStarved: () => starvedTurns >= STARVED_TURNS,
  }
}

function readUsed(): Used {
  const { user, system } = process.cpuUsage()
  return {
    wallMs: performance.now(),
    busyMs: performance.eventLoopUtilization().active,
    cpuMs: (user + system) / 1_000,
  }
}

/** Returns the turns of this process, measured from the first call on. */
function turns(): Pick<ReturnType<typeof createTurns>, 'isBusy' | 'isStarved'> {
  return perProcess('turns', () => {
    const made = createTurns(readUsed)
    setInterval(made.turn, TURN_MS).unref()
    return made
  })
}

/** The longest that a page waits in the queue, or a sign-in for a slow identity provider. */
const PATIENCE_MS = 20 * SECOND_MS
/** Pages that share the processor in a starved process: the demo's two, and two others. */
const MOST_WHEN_STARVED = 4
const RETRY_AFTER_SECONDS = 10
/** Equal to the limit in next.config.ts: Next.js reads no more and answers 500. */
export const MAX_ACT_BYTES = 256 * 1024
/**
 * API paths that anybody may request and that cost as much as a page: sign-ins, calendars, unsubscribing,
 * documents and descriptions use Next.js, the database or half a megabyte.
 */
const LIKE_PAGES = ['auth', 'beheer-auth', 'agenda', 'afmelden', 'documenten']
const DOCUMENT = /^\/api\/(zaaksysteem|publieksportaal)\/documenten\/([^/?]+)/
/** The pages that explain why a document did not come. */
const PAGINAS = {
  zaaksysteem: (zaakId: string) => `/balie/zaken/${zaakId}?document=druk#documenten`,
  publieksportaal: (zaakId: string) => `/mijn/zaken/${zaakId}?document=druk`,
}
type Secrets = Partial<Record<keyof typeof PAGINAS, string>>
const DESCRIPTION = /^(?:openapi|asyncapi|webhooks)\.(?:json|yaml)$/

/**
 * Limits the concurrent requests to pages, because rendering blocks the processor for milliseconds. Only a
 * few per address start at a time, so that other clients come between. A slow reader frees its place after
 * a second, and so does a page that waits while the processor is idle.
 *
 * Posts to pages have a queue of their own. React waits forever for arguments of an action that refer to one
 * another, so an action has a timeout. One sender can take at most half of the places.
 *
 * A document holds its place until it was read completely. Each person has a share of those places, across
 * addresses and sessies. Requests above that share wait for a moment and are then refused.
 *
 * A starved process renders few pages at once, so that those finish. It still accepts actions and uploads.
 *
 * @param secrets with which each system of this process seals tickets for bytes
 */
export function pageAdmission({
  secrets = {},
  patienceMs = PATIENCE_MS,
  machine = turns(),
}: {
  secrets?: Secrets
  patienceMs?: number
  machine?: ReturnType<typeof turns>
} = {}): (request: IncomingMessage, response: ServerResponse) => Admission | Promise<Admission> {
  const isLonger = ({ headersSent }: ServerResponse) => machine.isBusy() && !headersSent
  const pages = createLane({ places: 32, each: 8, waitMs: patienceMs, hold: { ms: SECOND_MS, isLonger } })
  const acts = createLane({ places: 64, each: 32 })
  const documenten = createLane({ places: 64, each: 8 })
  let begun = 0

  async function admitToDocument(request: IncomingMessage): Promise<Admission> {
    const { url = '', headers } = request
    const [, system, sealed] = DOCUMENT.exec(url) as unknown as [string, keyof Secrets, string]
    const ticket = await openTicket(secrets[system] ?? '', sealed)
    if (!ticket || ticket.isOver) return { lane: pages, party: clientParty(headers[CLIENT_ADDRESS_HEADER]) }
    const Location = PAGINAS[system](ticket.zaakId)
    const whenFull = () => new Response(null, { status: 303, headers: { Location } })
    return { lane: documenten, party: ticket.wie, ...(seesPage(request) && { whenFull }) }
  }

  return (request, response) => {
    const { method, url = '', headers } = request
    if (DOCUMENT.test(url)) return admitToDocument(request)
    const party = clientParty(headers[CLIENT_ADDRESS_HEADER])
    if (isApi(url) && !isLikeAPage(url)) return undefined
    if (isApi(url) || method !== 'POST') {
      // An open page would break without its scripts and parts.
      const begins = isApi(url) || (seesPage(request) && !headers.rsc)
      if (!begins) return { lane: pages, party, limitMs: patienceMs }
      if (begun >= MOST_WHEN_STARVED && machine.isStarved()) return overloadedResponse(RETRY_AFTER_SECONDS)
      begun += 1
      response.once('close', () => {
        begun -= 1
      })
      return { lane: pages, party, limitMs: patienceMs }
    }
    // A browser always sends Content-Length with a form.
    if (Number(headers['content-length']) > MAX_ACT_BYTES) return tooLarge()
    return { lane: acts, party, limitMs: patienceMs }
  }
}

function isLikeAPage(url: string): boolean {
  const segments = new URL(url, 'http://localhost').pathname.split('/')
  return LIKE_PAGES.includes(segments[3] ?? '') || DESCRIPTION.test(segments.at(-1) ?? '')
}

function tooLarge(): Response {
  const detail = `Send at most ${MAX_ACT_BYTES} bytes.`
  return problemResponse({ status: 413, code: 'body_too_large', detail })
}
