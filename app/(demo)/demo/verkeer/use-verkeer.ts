import { useCallback, useEffect, useRef, useState } from 'react'
import { type VerkeerStand, verkeerStand } from '#demo/stage/verkeer.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { getJson } from '../get-json.ts'

const DOOR = '/api/demo/verkeer'
/** Debounces the slider, so that only its final position is requested. */
const SETTLED_MS = 250

/** Polls the traffic each second; the traffic stops when nobody polls. */
export function useVerkeer() {
  const [stand, setStand] = useState<VerkeerStand | null>(null)
  const [failed, setFailed] = useState(false)
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)

  const look = useCallback(async () => {
    setStand(verkeerStand.nullable().parse(await getJson(DOOR)))
    setFailed(false)
  }, [])

  useEffect(() => {
    const lookOrFail = () => void look().catch(() => setFailed(true))
    lookOrFail()
    const timer = setInterval(lookOrFail, SECOND_MS)
    return () => clearInterval(timer)
  }, [look])

  const set = useCallback(
    (perSeconde: number) => {
      clearTimeout(settling.current)
      settling.current = setTimeout(async () => {
        const answer = await fetch(DOOR, { method: 'PUT', body: JSON.stringify({ perSeconde }) }).catch(() => undefined)
        if (answer?.ok) await look().catch(() => {})
        else setFailed(true)
      }, SETTLED_MS)
    },
    [look],
  )

  return { stand, set, failed }
}
