import { useRef } from 'react'
import { DEMO_ZAAK_ID } from '#lib/demo/demo-zaak.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { matchLive } from './match-live.ts'
import { usePageChanges } from './use-page-changes.ts'
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
