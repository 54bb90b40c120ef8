/** As /api/publieksportaal/sessie answers. `resterend`: seconds. */
export type Stand = { resterend: number; verlengbaar: boolean }

type Listener = {
  /** it ends soon, unless somebody uses it */
  onWarning: (stand: Stand) => void
  /** it lasts: also when another tab was used */
  onSafe: () => void
  onEnd: () => void
}

/** How a question to the server ends: the stand, or that nobody is signed in; `undefined` when there was no answer. */
export type Ask = (method: 'GET' | 'POST') => Promise<Stand | 'ended' | undefined>

const WARN_SECONDS = 120
/** While it warns: another tab may be in use. Also after a question without an answer. */
const LOOK_AGAIN_MS = 10_000
/** What somebody does is reported once in so long. */
const REPORT_EVERY_MS = 30_000
const USE = ['keydown', 'pointerdown'] as const

/**
 * Watches when the sign-in ends. The server knows, because the tabs of a browser share it: it is asked when the end could
 * be near, and told when somebody presses a key or a button. While the warning is there, only its own buttons are use.
 *
 * @param resterend seconds that were left at the least when the page was made
 */
export function watchSessie({
  resterend,
  ask,
  target,
  ...listener
}: { resterend: number; ask: Ask; target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> } & Listener) {
  let timer: ReturnType<typeof setTimeout>
  let isWarning = false
  let isStopped = false
  let reportedAt = Date.now()

  function plan(ms: number) {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(look, ms, 'GET')
  }

  async function look(method: 'GET' | 'POST') {
    const stand = await ask(method)
    if (isStopped) return
    if (stand === 'ended') {
      stop()
      return listener.onEnd()
    }
    if (stand === undefined) return plan(LOOK_AGAIN_MS)
    isWarning = stand.resterend <= WARN_SECONDS
    if (isWarning) listener.onWarning(stand)
    else listener.onSafe()
    plan(isWarning ? Math.min(LOOK_AGAIN_MS, stand.resterend * 1000) : (stand.resterend - WARN_SECONDS) * 1000)
  }

  function report() {
    if (isWarning || Date.now() - reportedAt < REPORT_EVERY_MS) return
    stay()
  }

  function stay() {
    reportedAt = Date.now()
    return look('POST')
  }

  function stop() {
    isStopped = true
    clearTimeout(timer)
    for (const use of USE) target.removeEventListener(use, report)
  }

  for (const use of USE) target.addEventListener(use, report)
  plan(Math.max(0, resterend - WARN_SECONDS) * 1000)
  return { stay, stop }
}
