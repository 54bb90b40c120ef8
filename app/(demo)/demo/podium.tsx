'use client'

import { useSelectedLayoutSegment } from 'next/navigation'
import { createContext, type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { DEMO_ZAAK_ID } from '#demo/stage/demo-zaak.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { demoTexts } from './demo-texts.ts'
import { matchLive } from './match-live.ts'
import { findSignedIn, signInOnBothSides } from './sign-in.ts'
import { useWire, type WireState } from './use-wire.ts'
import { Wire } from './wire.tsx'

type Frames = { balie: RefObject<HTMLIFrameElement | null>; burger: RefObject<HTMLIFrameElement | null> }

export type Side = 'balie' | 'lijn' | 'burger'

/** The controls that the guided story uses. Absent until both people are signed in. */
export const OnStage = createContext<{
  frames: Frames
  wire: WireState
  look: (side: Side | undefined) => void
  follow: (zaakId: string) => void
} | null>(null)

/**
 * The doors, or the page behind one, with both sides below. The sides load while the visitor reads the doors.
 */
export function Podium({ taal, children }: { taal: Taal; children: ReactNode }) {
  const isOpen = useSelectedLayoutSegment() !== null
  const signIn = useSignIn(isOpen)
  const t = demoTexts[taal]
  if (signIn.state !== 'ready') {
    return (
      <>
        {children}
        {signIn.state === 'failed' && (
          <Alert type="warning" role="alert">
            <Paragraph>{t.inloggenMislukt}</Paragraph>
            <Button type="button" onClick={signIn.again}>
              {t.nogEenKeer}
            </Button>
          </Alert>
        )}
        <Stage isOpen={isOpen} taal={taal}>
          <p className="zb-card">{t.lijn.laden}</p>
        </Stage>
      </>
    )
  }
  return (
    <Playing isOpen={isOpen} taal={taal} onRestart={signIn.again}>
      {children}
    </Playing>
  )
}

/** Signs in at once when nobody is signed in; replaces another session only after a door was opened. */
function useSignIn(isOpen: boolean) {
  const [state, setState] = useState<'looking' | 'other' | 'ready' | 'failed'>('looking')
  const again = useCallback(() => {
    setState('looking')
    signInOnBothSides().then(
      (signedIn) => setState(signedIn ? 'ready' : 'failed'),
      () => setState('failed'),
    )
  }, [])
  useEffect(() => {
    findSignedIn().then(
      (who) => (who === 'nobody' ? again() : setState(who === 'both' ? 'ready' : 'other')),
      () => setState('failed'),
    )
  }, [again])
  useEffect(() => {
    if (isOpen && state === 'other') again()
  }, [isOpen, state, again])
  return { state, again }
}

function Playing({
  isOpen,
  taal,
  onRestart,
  children,
}: {
  isOpen: boolean
  taal: Taal
  onRestart: () => void
  children: ReactNode
}) {
  const frames: Frames = { balie: useRef<HTMLIFrameElement>(null), burger: useRef<HTMLIFrameElement>(null) }
  const wire = useWire()
  const pageChanges = usePageChanges(frames.burger, taal)
  const seen = matchLive(wire.bezorgingen, wire.ontvangsten, { messages: wire.messages, pageChanges })
  const [side, look] = useState<Side>()
  const [zaakId, follow] = useState(DEMO_ZAAK_ID)
  return (
    <OnStage value={{ frames, wire, look, follow }}>
      {children}
      <Stage isOpen={isOpen} taal={taal} frames={frames} side={side}>
        <Wire wire={wire} seen={seen} zaakId={zaakId} taal={taal} onRestart={onRestart} />
      </Stage>
    </OnStage>
  )
}

/**
 * The desk's page and the citizen's page with the wire between them; placeholders while there are no frames.
 */
function Stage({
  isOpen,
  taal,
  frames,
  side,
  children,
}: {
  isOpen: boolean
  taal: Taal
  frames?: Frames
  /** the side to look at */
  side?: Side | undefined
  children?: ReactNode
}) {
  const t = demoTexts[taal]
  const stage = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const isStacked = !matchMedia('(width >= 70rem)').matches
    if (side && isStacked) stage.current?.querySelector(`.demo-side--${side}`)?.scrollIntoView({ block: 'start' })
  }, [side])
  return (
    <div className="demo-stage" ref={stage} hidden={!isOpen} data-look={side}>
      <section className="demo-side demo-side--balie" aria-labelledby="demo-balie">
        <Heading level={2} id="demo-balie">
          {t.balie}
        </Heading>
        <div className="demo-screen">
          {frames && <iframe ref={frames.balie} src={`/balie/zaken/${DEMO_ZAAK_ID}`} title={t.balieTitel} />}
        </div>
      </section>
      <section className="demo-side demo-side--lijn" aria-labelledby="demo-lijn">
        <Heading level={2} id="demo-lijn">
          {t.overDeLijn}
        </Heading>
        {children}
      </section>
      <section className="demo-side demo-side--burger" aria-labelledby="demo-burger">
        <Heading level={2} id="demo-burger">
          {t.banen.burger}
        </Heading>
        <div className="demo-phone">
          <div className="demo-screen">
            {frames && (
              <iframe key={taal} ref={frames.burger} src={`/mijn/zaken/${DEMO_ZAAK_ID}`} title={t.burgerTitel} />
            )}
          </div>
        </div>
      </section>
    </div>
  )
}

/**
 * The moments at which the content of the citizen's page changed, in milliseconds since 1970. Observed from
 * outside the frame, because the page itself does not know of the demo.
 */
function usePageChanges(frame: RefObject<HTMLIFrameElement | null>, taal: Taal): readonly number[] {
  const [moments, setMoments] = useState<readonly number[]>([])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another language loads another frame
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new MutationObserver((mutations) => {
      if (mutations.some(({ target }) => isInMain(target))) setMoments((before) => [...before, Date.now()])
    })
    const observe = () => {
      observer.disconnect()
      const body = element.contentDocument?.body
      if (body) observer.observe(body, { subtree: true, childList: true, characterData: true })
    }
    observe()
    element.addEventListener('load', observe)
    return () => {
      observer.disconnect()
      element.removeEventListener('load', observe)
    }
  }, [frame, taal])

  return moments
}

function isInMain(node: Node): boolean {
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement
  return element?.closest('main') !== null
}
