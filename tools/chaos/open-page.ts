import { EventSource } from 'eventsource'
import { LIVE_EVENT, type LiveMessage } from '#lib/contract/live-message.ts'
import { signIn } from '../load/sign-in.ts'

const REOPEN_AFTER_MS = 500

export type OpenPage = Awaited<ReturnType<typeof openPage>>

/**
 * A citizen's page at one web process. It reconnects by itself, with the position up to which it has all
 * changes.
 */
export async function openPage(origin: string, persoon: string) {
  const cookie = await signIn(origin, { system: 'publieksportaal', persoon })
  /** the newest versie that it got of each zaak */
  const versies = new Map<string, number>()
  let isOpen = true
  let vanaf = ''
  let source = connect()

  function connect(): EventSource {
    const opened = new EventSource(`${origin}/api/publieksportaal/live${vanaf && `?vanaf=${vanaf}`}`, {
      fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, cookie } }),
    })
    opened.addEventListener('verbonden', ({ lastEventId }) => {
      vanaf = lastEventId
    })
    opened.addEventListener(LIVE_EVENT, ({ data, lastEventId }) => {
      const { zaakId, versie } = JSON.parse(data) as LiveMessage
      versies.set(zaakId, Math.max(versie, versies.get(zaakId) ?? 0))
      vanaf = lastEventId
    })
    // A refused connection is retried by the EventSource itself. After another response than 200 it gives up.
    opened.addEventListener('error', () => {
      if (isOpen && opened.readyState === EventSource.CLOSED) setTimeout(reconnect, REOPEN_AFTER_MS)
    })
    return opened
  }

  function reconnect() {
    if (isOpen) source = connect()
  }

  while (vanaf === '') await new Promise((resolve) => source.addEventListener('verbonden', resolve, { once: true }))
  return {
    versies,
    close() {
      isOpen = false
      source.close()
    },
  }
}
