import {
  LIVE_EVENT,
  type LiveMessage,
  SESSIE_EVENT,
  STAND_EVENT,
  type StandMessage,
} from '#lib/contract/live-message.ts'

export type LiveState = 'connecting' | 'open' | 'interrupted' | 'ended'

/**
 * The message from the leading tab to the others. `id` is that of the last live message, so that a tab with a
 * lower one knows that it missed some.
 */
type Shared = { state: LiveState; id: number; message?: LiveMessage; stand?: StandMessage }

type Listener = {
  onMessage: (message: LiveMessage) => void
  onState: (state: LiveState) => void
  onStand: (stand: StandMessage) => void
  /** messages may have been missed: reload everything */
  onGap: () => void
}

const URL_PATH = '/api/publieksportaal/live'
/** Random, so that pages refused during a restart of the portal do not all reconnect at once. */
const RETRY_AFTER_MS = { least: 3_000, most: 20_000 }
/**
 * The server sends a heartbeat every 15 seconds. Only silence reveals a connection that broke without an
 * error.
 */
const SILENT_AFTER_MS = 20_000
const UNAUTHORIZED = 401

/**
 * Follows the burger's live messages over one connection per browser, however many tabs are open. The tab
 * that became visible last leads: it holds the connection and shares the messages. A background tab cannot
 * lead, because browsers freeze those.
 *
 * @param sessieId session of the page: a stream of another one ends the following
 * @param vanaf number of the last message that the page already shows
 * @returns a function that stops following
 */
export function followLive({
  burgerId,
  sessieId,
  vanaf,
  ...listener
}: { burgerId: string; sessieId: string; vanaf: number } & Listener): () => void {
  const name = `zaakbode-live-${burgerId}`
  const channel = new BroadcastChannel(name)
  let lastId = vanaf
  let waiting: AbortController | undefined
  let stopLeading: (() => void) | undefined
  let reconnect: (() => void) | undefined
  let silence: ReturnType<typeof setTimeout> | undefined

  function take({ state, id, message, stand }: Shared) {
    clearTimeout(silence)
    if (state === 'open') silence = setTimeout(endSilence, SILENT_AFTER_MS)
    listener.onState(state)
    if (stand) listener.onStand(stand)
    if (id <= lastId) return
    const missed = message ? id > lastId + 1 : true
    lastId = id
    if (missed) listener.onGap()
    else if (message) listener.onMessage(message)
  }

  function share(shared: Omit<Shared, 'id'> & { id?: number }) {
    const complete = { id: lastId, ...shared }
    take(complete)
    channel.postMessage(complete)
  }

  function endSilence() {
    if (reconnect) reconnect()
    else listener.onState('interrupted')
  }

  function lead(): Promise<void> {
    return new Promise((resolve) => {
      let source: EventSource | undefined
      let timer: ReturnType<typeof setTimeout> | undefined
      let stopped = false
      stopLeading = () => {
        stopped = true
        source?.close()
        clearTimeout(timer)
        stopLeading = undefined
        reconnect = undefined
        resolve()
      }
      reconnect = () => {
        source?.close()
        share({ state: 'interrupted' })
        timer = setTimeout(connect, retryAfterMs())
      }

      function connect() {
        const current = new EventSource(`${URL_PATH}?vanaf=${lastId}`)
        source = current
        current.addEventListener(SESSIE_EVENT, ({ data }) => {
          if (data === sessieId) share({ state: 'open' })
          else end()
        })
        current.addEventListener(LIVE_EVENT, (event) =>
          share({ state: 'open', id: Number(event.lastEventId), message: JSON.parse(event.data) as LiveMessage }),
        )
        current.addEventListener(STAND_EVENT, ({ data }) =>
          share({ state: 'open', stand: JSON.parse(data) as StandMessage }),
        )
        current.onerror = async () => {
          share({ state: 'interrupted' })
          if (current.readyState !== EventSource.CLOSED) return
          // the browser gave up; EventSource does not report the status
          const signedOut = await isSignedOut()
          if (stopped) return
          if (!signedOut) {
            timer = setTimeout(connect, retryAfterMs())
            return
          }
          end()
        }
      }

      function end() {
        share({ state: 'ended' })
        stopLeading?.()
      }

      connect()
    })
  }

  function wait() {
    waiting = new AbortController()
    navigator.locks.request(name, { signal: waiting.signal }, lead).catch(giveWay)
  }

  function takeOver() {
    waiting?.abort()
    navigator.locks.request(name, { steal: true }, lead).catch(giveWay)
  }

  /** Another tab took the lock: queue to lead again when it releases it. */
  function giveWay() {
    if (!stopLeading) return
    stopLeading()
    wait()
  }

  function leadWhenVisible() {
    if (document.visibilityState === 'visible' && !stopLeading) takeOver()
  }

  channel.onmessage = ({ data }: MessageEvent<Shared>) => take(data)
  if (navigator.locks) {
    document.addEventListener('visibilitychange', leadWhenVisible)
    if (document.visibilityState === 'visible') takeOver()
    else wait()
  } else {
    // no Web Locks over plain http outside localhost: each tab has a connection of its own
    lead()
  }
  return () => {
    document.removeEventListener('visibilitychange', leadWhenVisible)
    waiting?.abort()
    stopLeading?.()
    clearTimeout(silence)
    channel.close()
  }
}

async function isSignedOut(): Promise<boolean> {
  const answer = await fetch(URL_PATH, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
  return answer?.status === UNAUTHORIZED
}

function retryAfterMs(): number {
  const { least, most } = RETRY_AFTER_MS
  return least + Math.random() * (most - least)
}
