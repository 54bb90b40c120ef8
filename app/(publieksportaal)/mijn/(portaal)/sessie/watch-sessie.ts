/** As /api/publieksportaal/sessie answers: of whoever is signed in now. `resterend`: seconds. */
export type Stand = { sessieId: string; resterend: number; verlengbaar: boolean }

/** Event on the window, of what noticed that this sign-in may be over: look at once. */
export const LOOK = 'zaakbode-sessie'

type Listener = {
  /** it ends soon, unless somebody uses it */
  onWarning: (stand: Stand) => void
  /** it lasts: also when another tab was used */
  onSafe: () => void
  onEnd: () => void
  /** somebody signed in anew, or goes on for another: the page is of the former sign-in */
  onOther: () => void
}

/** How a question to the server ends: the stand, or that nobody is signed in; `undefined` when there was no answer. */
export type Ask = (method: 'GET' | 'POST') => Promise<Stand | 'ended' | undefined>

const WARN_SECONDS = 120
/** While it warns: another tab may be in use. Also after a question without an answer, and while a form is sent. */
const LOOK_AGAIN_MS = 10_000
/** What somebody does is reported once in so long. */
const REPORT_EVERY_MS = 30_000
const USE = ['keydown', 'pointerdown'] as const

/**
 * Watches when the sign-in ends. The server knows, because the tabs of a browser share it: it is asked when the end could
 * be near or the page comes to the front, and told when somebody presses a key or a button. While the warning is there, only its
 * own buttons are use.
 *
 * @param sessieId sign-in that the page was made for
 * @param resterend seconds that were left at the least when the page was made
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
  /** the window: `pageshow` is told to it alone */
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
      // a form that signs out, or goes on for another, has an answer of its own, which must not be broken off
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
