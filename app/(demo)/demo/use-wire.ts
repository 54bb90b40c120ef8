import { useCallback, useEffect, useRef, useState } from 'react'
import { type DemoBezorging, type DemoOntvangst, demoBezorgingen, demoOntvangsten } from '#demo/stage/demo-feeds.ts'
import { LIVE_EVENT, type LiveMessage } from '#lib/contract/live-message.ts'
import { getJson } from './get-json.ts'
import type { ArrivedMessage } from './match-live.ts'

const POLL_MS = 500

export type WireState = {
  bezorgingen: readonly DemoBezorging[]
  ontvangsten: readonly DemoOntvangst[]
  messages: readonly ArrivedMessage[]
  /** ids of the events that existed when the page opened; absent until the first response */
  earlier?: ReadonlySet<string>
  unreachable: boolean
  /** true when the portal ended the live stream for good: the session ended or the stream is gone */
  liveClosed: boolean
}

const EMPTY: WireState = { bezorgingen: [], ontvangsten: [], messages: [], unreachable: false, liveClosed: false }

/** Polls both systems' HTTP endpoints for events and bezorgingen, and records when live messages arrive. */
export function useWire(): WireState {
  const [wire, setWire] = useState(EMPTY)
  const busy = useRef(false)

  const refresh = useCallback(async () => {
    if (busy.current || document.visibilityState !== 'visible') return
    busy.current = true
    try {
      const [{ bezorgingen }, received] = await Promise.all([
        getJson('/api/zaaksysteem/demo/bezorgingen').then((json) => demoBezorgingen.parse(json)),
        // the zaaksysteem's attempts stay visible while the portal is down
        getJson('/api/publieksportaal/demo/ontvangsten').then(
          (json) => demoOntvangsten.parse(json),
          () => undefined,
        ),
      ])
      setWire((before) => ({
        ...before,
        bezorgingen,
        ontvangsten: received?.ontvangsten ?? before.ontvangsten,
        earlier: before.earlier ?? new Set(bezorgingen.map(({ eventId }) => eventId)),
        unreachable: false,
      }))
    } catch {
      setWire((before) => ({ ...before, unreachable: true }))
    } finally {
      busy.current = false
    }
  }, [])

  useEffect(() => {
    const live = new EventSource('/api/publieksportaal/live')
    live.addEventListener(LIVE_EVENT, ({ data }) => {
      const at = Date.now()
      const message = JSON.parse(data) as LiveMessage
      setWire((before) => ({ ...before, messages: [...before.messages, { ...message, at }] }))
      void refresh()
    })
    live.addEventListener('error', () => {
      if (live.readyState === EventSource.CLOSED) setWire((before) => ({ ...before, liveClosed: true }))
    })
    void refresh()
    const timer = setInterval(refresh, POLL_MS)
    return () => {
      live.close()
      clearInterval(timer)
    }
  }, [refresh])

  return wire
}
