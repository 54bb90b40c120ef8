import { useCallback, useEffect, useRef, useState } from 'react'
import { LIVE_EVENT, liveMessage } from '#lib/contract/live-message.ts'
import { type DemoBezorging, type DemoOntvangst, demoBezorgingen, demoOntvangsten } from '#lib/demo/demo-feeds.ts'
import { getJson } from './get-json.ts'
import type { Seintje } from './koppel-live.ts'

const POLL_MS = 500

export type Lijn = {
  bezorgingen: readonly DemoBezorging[]
  ontvangsten: readonly DemoOntvangst[]
  seintjes: readonly Seintje[]
  /** ids of the events that were there when the page opened; absent until the first answer */
  eerder?: ReadonlySet<string>
  onbereikbaar: boolean
  /** the portal ended the live stream for good, because nobody is signed in any more or it is gone */
  liveGesloten: boolean
}

const LEEG: Lijn = { bezorgingen: [], ontvangsten: [], seintjes: [], onbereikbaar: false, liveGesloten: false }

/** What goes over the wire, from both systems' own HTTP endpoints, and when live messages arrive in this browser. */
export function useLijn(): Lijn {
  const [lijn, setLijn] = useState(LEEG)
  const busy = useRef(false)

  const refresh = useCallback(async () => {
    if (busy.current || document.visibilityState !== 'visible') return
    busy.current = true
    try {
      const [{ bezorgingen }, { ontvangsten }] = await Promise.all([
        getJson('/api/zaaksysteem/demo/bezorgingen').then((json) => demoBezorgingen.parse(json)),
        getJson('/api/publieksportaal/demo/ontvangsten').then((json) => demoOntvangsten.parse(json)),
      ])
      setLijn((before) => ({
        ...before,
        bezorgingen,
        ontvangsten,
        eerder: before.eerder ?? new Set(bezorgingen.map(({ eventId }) => eventId)),
        onbereikbaar: false,
      }))
    } catch {
      setLijn((before) => ({ ...before, onbereikbaar: true }))
    } finally {
      busy.current = false
    }
  }, [])

  useEffect(() => {
    const live = new EventSource('/api/publieksportaal/live')
    live.addEventListener(LIVE_EVENT, ({ data }) => {
      const op = Date.now()
      const message = liveMessage.parse(JSON.parse(data))
      setLijn((before) => ({ ...before, seintjes: [...before.seintjes, { ...message, op }] }))
      void refresh()
    })
    live.addEventListener('error', () => {
      if (live.readyState === EventSource.CLOSED) setLijn((before) => ({ ...before, liveGesloten: true }))
    })
    void refresh()
    const timer = setInterval(refresh, POLL_MS)
    return () => {
      live.close()
      clearInterval(timer)
    }
  }, [refresh])

  return lijn
}
