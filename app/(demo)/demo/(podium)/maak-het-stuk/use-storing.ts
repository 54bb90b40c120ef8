import { useSearchParams } from 'next/navigation'
import { type ContextType, useCallback, useEffect, useRef, useState } from 'react'
import { type Storing, type Storingsstand, type Storingsverzoek, storingsstand } from '#demo/stage/storingen.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import type { OnStage } from '../../podium.tsx'
import { Scherm } from '../../scherm.ts'

const POLL_MS = 500
/** How long to wait for both pages before causing the failure, or giving up. */
const SHOWN_MS = 30 * SECOND_MS
/** The name of the application that changes, on both sides. */
const SHOWN = /Straatfeest/

/** Polls the state of the failure until `choose` dismisses it. */
export function useStoring(stage: ContextType<typeof OnStage>) {
  const [stand, setStand] = useState<Storingsstand>(null)
  const [state, setState] = useState<'ready' | 'starting' | 'failed'>('ready')
  /** zaak of the round that the visitor dismissed; null until the state at page load is known */
  const putAway = useRef<string | null>(null)
  const seconden = Number(useSearchParams().get('seconden'))
  const show = useShow(stage, stand)

  const tell = useCallback((told: Storingsstand) => {
    putAway.current ??= told?.fase === 'klaar' || told?.fase === 'mislukt' ? told.zaakId : ''
    setStand(told?.fase === 'aanloop' || told?.zaakId === putAway.current ? null : told)
  }, [])
  useEffect(() => {
    // A failed poll is ignored: the demo may be restarting.
    const timer = setInterval(() => void ask().then(tell, () => {}), POLL_MS)
    return () => clearInterval(timer)
  }, [tell])

  const begin = async (storing: Storing) => {
    if (state === 'starting' || !stage) return
    setState('starting')
    try {
      const told = await ask({ doe: 'maak', storing, ...(seconden > 0 && { duurMs: seconden * SECOND_MS }) })
      // Both pages are shown before anything breaks, because they may not load afterwards.
      if (told?.fase === 'aanloop') await show(told.zaakId)
      tell(await ask({ doe: 'breek' }))
      setState('ready')
    } catch (error) {
      console.error(error)
      setState('failed')
    }
  }
  const repair = () => void ask({ doe: 'heel' }).then(tell, () => setState('failed'))
  const choose = () => {
    putAway.current = stand?.zaakId ?? ''
    setStand(null)
  }
  return { stand, state, begin, repair, choose }
}

/**
 * Shows the changing zaak on both sides. Reloads the desk's page on each change, because that has no live
 * updates.
 */
function useShow(stage: ContextType<typeof OnStage>, stand: Storingsstand) {
  const { frames, follow } = stage ?? {}
  const latest = useRef(frames)
  latest.current = frames
  const left = useRef(new AbortController())
  useEffect(() => {
    left.current = new AbortController()
    return () => left.current.abort()
  }, [])
  const show = useCallback(
    async (zaakId: string) => {
      const { balie, burger } = latest.current ?? {}
      if (!balie?.current || !burger?.current) return
      follow?.(zaakId)
      const signal = AbortSignal.any([left.current.signal, AbortSignal.timeout(SHOWN_MS)])
      await Promise.all([
        new Scherm(balie.current, signal).open(`/balie/zaken/${zaakId}`, SHOWN),
        new Scherm(burger.current, signal).open(`/mijn/zaken/${zaakId}`, SHOWN),
      ])
    },
    [follow],
  )
  const { zaakId, fase } = stand ?? {}
  const isReady = stage !== null
  useEffect(() => {
    // Gives up after its own time limit and keeps the present page.
    if (zaakId && isReady) void show(zaakId).catch(() => {})
  }, [zaakId, isReady, show])
  const isChanged = (stand?.cijfers.wijzigingen ?? 0) > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: another phase reloads the page
  useEffect(() => {
    if (isChanged) latest.current?.balie.current?.contentWindow?.location.reload()
  }, [isChanged, fase])
  return show
}

async function ask(verzoek?: Storingsverzoek): Promise<Storingsstand> {
  const init = verzoek && { method: 'PUT', body: JSON.stringify(verzoek) }
  const response = await fetch('/api/demo/storing', { cache: 'no-store', ...init })
  if (!response.ok) throw new Error(`The demo answered ${response.status}`)
  return storingsstand.parse(await response.json())
}
