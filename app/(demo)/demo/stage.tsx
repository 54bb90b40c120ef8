import { type RefObject, useEffect, useRef, useState } from 'react'
import { DEMO_ZAAK_ID } from '#lib/demo/demo-zaak.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { matchLive } from './match-live.ts'
import { useWire } from './use-wire.ts'
import { Wire } from './wire.tsx'

/** The page of the citizen and that of the desk, with the wire between them. */
export function Stage({ onRestart }: { onRestart: () => void }) {
  const phone = useRef<HTMLIFrameElement>(null)
  const wire = useWire()
  const pageChanges = usePageChanges(phone)
  const seen = matchLive(wire.bezorgingen, wire.ontvangsten, { messages: wire.messages, pageChanges })

  return (
    <div className="demo-stage">
      <section className="demo-side" aria-labelledby="demo-balie">
        <Heading level={2} id="demo-balie">
          Balie
        </Heading>
        <iframe
          className="demo-screen"
          src={`/balie/zaken/${DEMO_ZAAK_ID}`}
          title="Balie: de zaak bij de behandelaar"
        />
      </section>
      <section className="demo-side" aria-labelledby="demo-lijn">
        <Heading level={2} id="demo-lijn">
          Over de lijn
        </Heading>
        <Wire wire={wire} seen={seen} onRestart={onRestart} />
      </section>
      <section className="demo-side" aria-labelledby="demo-burger">
        <Heading level={2} id="demo-burger">
          Burger
        </Heading>
        <div className="demo-phone">
          <iframe
            ref={phone}
            className="demo-screen"
            src={`/mijn/zaken/${DEMO_ZAAK_ID}`}
            title="Mijn zaken: dezelfde zaak bij de burger"
          />
        </div>
      </section>
    </div>
  )
}

/** When what a citizen reads in the frame changed, in milliseconds since 1970. Watched from outside, because the page itself knows of no demo. */
function usePageChanges(frame: RefObject<HTMLIFrameElement | null>): readonly number[] {
  const [moments, setMoments] = useState<readonly number[]>([])

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
  }, [frame])

  return moments
}

function isInMain(node: Node): boolean {
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement
  return element?.closest('main') !== null
}
