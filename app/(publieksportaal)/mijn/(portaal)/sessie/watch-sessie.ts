/** The response of /api/publieksportaal/sessie about the current session. `resterend`: seconds. */
export type Stand = { sessieId: string; resterend: number; verlengbaar: boolean }

/** Window event that asks for an immediate check, because the session may be over. */
export const LOOK = 'zaakbode-sessie'

type Listener = {
  /** the session ends soon unless the citizen acts */
  onWarning: (stand: Stand) => void
  /** the session continues, possibly because another tab was used */
  onSafe: () => void
  onEnd: () => void
  /** another session replaced this one, of the same person or another */
  onOther: () => void
}

/** Asks the server about the session: its stand, or `ended`; `undefined` without a response. */
export type Ask = (method: 'GET' | 'POST') => Promise<Stand | 'ended' | undefined>

const WARN_SECONDS = 120
/**
 * The interval during a warning, because another tab may be in use; also after a failed request or during a
 * submit.
 */
const LOOK_AGAIN_MS = 10_000
/** Activity is reported at most once in this interval. */
const REPORT_EVERY_MS = 30_000
const USE = ['keydown', 'pointerdown'] as const

/**
 * Watches for the end of the session. The browser's tabs share the session, so only the server knows its end.
 * It is asked when the end may be near or the page becomes visible, and told about key presses and clicks.
 * During the warning only its own buttons count as activity.
 *
 * @param sessieId session of the page
 * @param resterend minimum number of seconds left when the page was rendered
 */
export function watchSessie({
  sessieId,
  resterend,
  ask,
  target,
  ...listener
}: {
  sessieId: string
  resterend: number
  ask: Ask
  /** the window, because only it receives `pageshow` */
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
} & Listener) {
  let timer: ReturnType<typeof setTimeout>
  let isWarning = false
  let isStopped = false
  let reportedAt = Date.now()
  let sentAt = Number.NEGATIVE_INFINITY

  function plan(ms: number) {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(look, ms, 'GET')
  }

  async function look(method: 'GET' | 'POST') {
    const stand = await ask(method)
    if (isStopped) return
    if (stand === undefined) return plan(LOOK_AGAIN_MS)
    if (stand === 'ended' || stand.sessieId !== sessieId) {
      // a submit that signs out or switches person navigates itself, and must not be interrupted
      if (Date.now() - sentAt < LOOK_AGAIN_MS) return plan(LOOK_AGAIN_MS)
      stop()
      return stand === 'ended' ? listener.onEnd() : listener.onOther()
    }
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

  function lookWhenShown() {
    if (document.visibilityState === 'visible') look('GET')
  }

  function lookWhenRestored(event: Event) {
    if ((event as PageTransitionEvent).persisted) look('GET')
  }

  const listeners: [string, (event: Event) => void][] = [
    ...USE.map((use): [string, () => void] => [use, report]),
    ['submit', () => (sentAt = Date.now())],
    ['visibilitychange', lookWhenShown],
    ['pageshow', lookWhenRestored],
    [LOOK, () => look('GET')],
  ]

  function stop() {
    isStopped = true
    clearTimeout(timer)
    for (const [name, listen] of listeners) target.removeEventListener(name, listen)
  }

  for (const [name, listen] of listeners) target.addEventListener(name, listen)
  plan(Math.max(0, resterend - WARN_SECONDS) * 1000)
  return { stay, look: () => look('GET'), stop }
}
