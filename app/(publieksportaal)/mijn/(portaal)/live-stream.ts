import {
  LIVE_EVENT,
  type LiveMessage,
  SESSIE_EVENT,
  STAND_EVENT,
  type StandMessage,
} from '#lib/contract/live-message.ts'

export type LiveState = 'connecting' | 'open' | 'interrupted' | 'ended'

/** What the leading tab tells the others. `id` is of its last message: a tab with a lower one has missed some. */
type Shared = { state: LiveState; id: number; message?: LiveMessage; stand?: StandMessage }

type Listener = {
  onMessage: (message: LiveMessage) => void
  onState: (state: LiveState) => void
  onStand: (stand: StandMessage) => void
  /** messages may have been missed: read everything again */
  onGap: () => void
}

const URL_PATH = '/api/publieksportaal/live'
/** Spread, because all pages that a proxy refused while the portal restarted would come back in the same moment. */
const RETRY_AFTER_MS = { least: 3_000, most: 20_000 }
/** The stream says every 15 seconds that it is alive. A connection that broke off without a word is known by its silence only. */
const SILENT_AFTER_MS = 20_000
const UNAUTHORIZED = 401

/**
 * Follows the burger's live messages over one connection for each browser, however many tabs are open. The tab that
 * became visible last leads: it holds the connection and shares what comes in. A tab in the background cannot lead,
 * because browsers freeze those.
 *
 * @param sessieId sign-in that the page was made for: the stream of another ends it
 * @param vanaf number of the last message that the page already shows
 * @returns stops following
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
          // the browser gave up: an EventSource does not say why
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

  /** Another tab took over: lead again when that one goes. */
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
    // no Web Locks over http on another name than localhost: each tab has a connection of its own
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
