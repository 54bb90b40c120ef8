import { useCallback, useContext, useEffect, useRef, useState } from 'react'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { OnStage } from '../../podium.tsx'
import { Scherm } from '../../scherm.ts'
import { signInWhereNeeded } from '../../sign-in.ts'
import { VERHAAL, type Verwacht, vraagAan, type Zaak } from './verhaal.ts'

/** The longest that each wait of a step takes on an idle machine. */
const LONG_SECONDS = 15

/**
 * Plays the story: each step once, when it is first shown. Going back shows an earlier step and undoes
 * nothing.
 */
export function useVerhaal() {
  const stage = useContext(OnStage)
  const [nummer, setNummer] = useState(0)
  const [played, setPlayed] = useState(0)
  const [attempt, setAttempt] = useState(0)
  const [hasFailed, setHasFailed] = useState(false)
  const [verwacht, setVerwacht] = useState<Verwacht>('aanvraag')
  const zaak = useRef<Zaak>(undefined)
  const ended = useRef(0)
  const latest = useRef(stage)
  latest.current = stage

  const isPlayed = nummer < played
  // Runs while both people are still being signed in, too.
  const seconds = useSeconds(`${nummer} ${attempt} ${verwacht}`)
  const waits = seconds > LONG_SECONDS ? ('langer' as const) : ('bezig' as const)
  const state = isPlayed ? ('klaar' as const) : hasFailed ? ('mislukt' as const) : waits

  const last = Math.min(played, VERHAAL.length - 1)
  // updater functions, so that two key presses in one render both count
  const next = useCallback(() => setNummer((before) => Math.min(before + 1, last)), [last])
  const back = useCallback(() => setNummer((before) => Math.max(0, before - 1)), [])
  const again = useCallback(() => setAttempt((before) => before + 1), [])
  const skip = useCallback(() => {
    ended.current = 0
    setPlayed(nummer + 1)
    setNummer(Math.min(nummer + 1, VERHAAL.length - 1))
  }, [nummer])

  const look = stage?.look
  const { side } = VERHAAL[nummer] ?? {}
  useEffect(() => look?.(side), [look, side])
  useEffect(() => () => look?.(undefined), [look])

  const isReady = stage !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt plays the step again
  useEffect(() => {
    const { balie, burger } = latest.current?.frames ?? {}
    const stap = VERHAAL[nummer]
    if (isPlayed || !stap || !balie?.current || !burger?.current) return
    const stop = new AbortController()
    const { signal } = stop
    const toneel = {
      balie: new Scherm(balie.current, signal),
      burger: new Scherm(burger.current, signal),
      wire: () => latest.current?.wire,
      awaits: setVerwacht,
      signal,
    }
    const play = async () => {
      setHasFailed(false)
      await signInWhereNeeded()
      zaak.current ??= await vraagAan(signal)
      latest.current?.follow(zaak.current.zaakId)
      for (const part of stap.parts.slice(ended.current)) {
        await part(toneel, zaak.current)
        ended.current += 1
      }
      ended.current = 0
      setPlayed(nummer + 1)
    }
    play().catch((error) => {
      if (signal.aborted) return
      console.error(error)
      setHasFailed(true)
    })
    return () => stop.abort()
  }, [nummer, isPlayed, attempt, isReady])

  return { nummer, state, verwacht, seconds, canNext: nummer < last, next, back, again, skip }
}

/** Counts the seconds since `what` changed. */
function useSeconds(what: string): number {
  const [seconds, setSeconds] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: counts anew for something else
  useEffect(() => {
    const start = Date.now()
    setSeconds(0)
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - start) / SECOND_MS)), SECOND_MS)
    return () => clearInterval(timer)
  }, [what])
  return seconds
}
