import { setTimeout as sleep } from 'node:timers/promises'
import { zinnen } from '../zinnen/zinnen.mjs'
import { fetchEnd, fetchPage } from './fetch-page.mjs'

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000

/**
 * @typedef {{ gebeurtenissen: import('./gebeurtenis.mjs').Gebeurtenis[], tot: number }} Stuk
 */

/**
 * Yields all events after `vanaf`, or from now on, in order and each once, until `signal` aborts. After any
 * failure it resumes at its position, which moves only when its reader asks for more. Returns why the
 * zaaksysteem refuses us.
 *
 * @param {import('./read-opties.mjs').Opties} opties
 * @param {{ signal: AbortSignal, tell: (zin: string) => void }} options
 * @returns {AsyncGenerator<Stuk, string | undefined>}
 */
export async function* followGebeurtenissen(opties, { signal, tell }) {
  let position = opties.vanaf
  let failures = 0
  while (!signal.aborted) {
    const askedAt = performance.now()
    const page = await (position === undefined
      ? fetchEnd(opties, { signal })
      : fetchPage(opties, { vanaf: position, signal }))
    if (signal.aborted) return undefined
    if (!page.ok && page.reason === 'refused') return page.zin
    if (!page.ok && page.reason === 'later') {
      const waitMs = Math.max(page.afterMs, backoff(failures))
      failures += 1
      tell(`${page.zin} ${zinnen.api.nieuwePoging(Math.ceil(waitMs / 1_000))}`)
      await sleep(waitMs, undefined, { signal }).catch(() => {})
      continue
    }
    if (failures > 0) tell(zinnen.api.weerVerbonden)
    failures = 0
    if (position === undefined || !page.ok) {
      const next = page.ok || page.reason === 'unknown' ? page.hoogste : resume(position, page)
      if (position !== undefined) tell(whyMoved({ position, page, next }))
      position = next
      yield { gebeurtenissen: [], tot: position }
      continue
    }
    yield page
    const hasWaited = page.tot > position || performance.now() - askedAt > FIRST_WAIT_MS
    position = page.tot
    // A zaaksysteem that stops, or that has no long polling, returns an empty page at once.
    if (!hasWaited) await sleep(FIRST_WAIT_MS, undefined, { signal }).catch(() => {})
  }
  return undefined
}

/** Backs off exponentially, with jitter for many clients of one zaaksysteem. @param {number} failures */
function backoff(failures) {
  const ms = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS)
  return ms / 2 + (Math.random() * ms) / 2
}

/**
 * Resumes just before the oldest kept event. If that lies behind the position, resuming there would loop.
 *
 * @param {number | undefined} position
 * @param {{ hoogste: number, oudste: number | undefined }} page
 */
function resume(position = 0, { hoogste, oudste }) {
  return oudste !== undefined && oudste > position + 1 ? oudste - 1 : hoogste
}

/**
 * @param {{ position: number, page: { ok: boolean, reason?: string, hoogste: number }, next: number }}
 *   options
 */
function whyMoved({ position, page, next }) {
  const { nogNiet, nietMeer, verderBijNu, verderBijOudste } = zinnen.luister
  if (page.reason === 'unknown') return `${nogNiet(position)} ${verderBijNu(next)}`
  return `${nietMeer(position)} ${next === page.hoogste ? verderBijNu(next) : verderBijOudste(next + 1)}`
}
