'use client'

import { useCallback, useContext, useEffect, useEffectEvent, useRef, useState } from 'react'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { demoTexts } from '../../demo-texts.ts'
import { OnStage } from '../../podium.tsx'
import { Scherm } from '../../scherm.ts'
import { VERHAAL, vraagAan, type Zaak } from './verhaal.ts'

const NEXT_KEYS = ['ArrowRight', 'PageDown']
const BACK_KEYS = ['ArrowLeft', 'PageUp']
/** The longest that a step takes on an idle machine, apart from its own waits. */
const LONG_MS = 15 * SECOND_MS

/**
 * The guided story: one step at a time, by click or by key. Going back shows an earlier step and undoes
 * nothing.
 */
export function KijkMee({ taal }: { taal: Taal }) {
  const { verhaal: t, terug } = demoTexts[taal]
  const { nummer, played, state, canNext, next, back, again } = useVerhaal()
  const stap = VERHAAL[nummer]
  if (!stap) return null
  const { titel, tekst } = t[stap.naam]
  return (
    <section className="demo-verhaal" aria-labelledby="demo-verhaal">
      <Heading level={2} look={1} id="demo-verhaal">
        <span className="zb-soft">{t.stap(nummer + 1, VERHAAL.length)}</span> {titel}
      </Heading>
      <p className="demo-verhaal__tekst">{tekst}</p>
      <div className="zb-line demo-verhaal__knoppen">
        <Button type="button" appearance="secondary" onClick={back} aria-disabled={nummer === 0}>
          {t.vorige}
        </Button>
        <Button type="button" onClick={next} aria-disabled={!canNext} autoFocus>
          {t.volgende}
        </Button>
        <span role="status">{nummer < played ? t.klaar : t[state]}</span>
        {nummer >= played && state !== 'bezig' && (
          <Button type="button" appearance="secondary" onClick={again}>
            {t.opnieuw}
          </Button>
        )}
      </div>
      <p className="demo-verhaal__hoe zb-soft">
        <Link href="/demo">{terug}</Link> {t.toetsen}
      </p>
    </section>
  )
}

function useVerhaal() {
  const stage = useContext(OnStage)
  const [nummer, setNummer] = useState(0)
  const [played, setPlayed] = useState(0)
  const [state, setState] = useState<'bezig' | 'langer' | 'mislukt'>('bezig')
  const [attempt, setAttempt] = useState(0)
  const zaak = useRef<Zaak>(undefined)
  const latest = useRef(stage)
  latest.current = stage

  const last = Math.min(played, VERHAAL.length - 1)
  const canNext = nummer < last
  // updater functions, so that two key presses in one render both count
  const next = useCallback(() => setNummer((before) => Math.min(before + 1, last)), [last])
  const back = useCallback(() => setNummer((before) => Math.max(0, before - 1)), [])
  const again = useCallback(() => setAttempt((before) => before + 1), [])

  const look = stage?.look
  const { side, waitsMs = 0 } = VERHAAL[nummer] ?? {}
  useEffect(() => look?.(side), [look, side])
  useEffect(() => () => look?.(undefined), [look])

  const isReady = stage !== null
  // Runs while both people are still being signed in, too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt begins anew
  useEffect(() => {
    setState('bezig')
    const timer = setTimeout(() => setState((now) => (now === 'bezig' ? 'langer' : now)), LONG_MS + waitsMs)
    return () => clearTimeout(timer)
  }, [nummer, played, attempt, waitsMs])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt plays the step again
  useEffect(() => {
    const { balie, burger } = latest.current?.frames ?? {}
    const stap = VERHAAL[nummer]
    if (nummer < played || !stap || !balie?.current || !burger?.current) return
    const stop = new AbortController()
    const { signal } = stop
    const toneel = {
      balie: new Scherm(balie.current, signal),
      burger: new Scherm(burger.current, signal),
      wire: () => latest.current?.wire,
      signal,
    }
    const play = async () => {
      zaak.current ??= await vraagAan(signal)
      latest.current?.follow(zaak.current.zaakId)
      await stap.play(toneel, zaak.current)
    }
    play().then(
      () => !signal.aborted && setPlayed(nummer + 1),
      (error) => {
        if (signal.aborted) return
        console.error(error)
        setState('mislukt')
      },
    )
    return () => stop.abort()
  }, [nummer, played, attempt, isReady])

  // An effect event, because a listener of the previous render would drop the key.
  const press = useEffectEvent(({ key, target }: KeyboardEvent) => {
    if ((target as Element).closest?.('input, textarea, select')) return
    if (NEXT_KEYS.includes(key)) next()
    if (BACK_KEYS.includes(key)) back()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: frames exist once ready; their pages may change
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event)
    // A frame takes the focus, and the keys with it, for example after a form is submitted.
    const frames = Object.values(latest.current?.frames ?? {}).flatMap(({ current }) => current ?? [])
    const windows = () => [window, ...frames.flatMap(({ contentWindow }) => contentWindow ?? [])]
    const listen = () => {
      for (const each of windows()) each.addEventListener('keydown', onKey)
    }
    listen()
    for (const frame of frames) frame.addEventListener('load', listen)
    return () => {
      for (const frame of frames) frame.removeEventListener('load', listen)
      for (const each of windows()) each.removeEventListener('keydown', onKey)
    }
  }, [played, isReady])

  return { nummer, played, state, canNext, next, back, again }
}
