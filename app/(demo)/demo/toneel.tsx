import { useRef } from 'react'
import { DEMO_ZAAK_ID } from '#lib/demo/demo-zaak.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Draad } from './draad.tsx'
import { koppelLive } from './koppel-live.ts'
import { useLijn } from './use-lijn.ts'
import { usePaginawijzigingen } from './use-paginawijzigingen.ts'

/** Both sides, with the wire between them. */
export function Toneel({ onRestart }: { onRestart: () => void }) {
  const telefoon = useRef<HTMLIFrameElement>(null)
  const lijn = useLijn()
  const paginawijzigingen = usePaginawijzigingen(telefoon)
  const gezien = koppelLive(lijn.bezorgingen, lijn.ontvangsten, { seintjes: lijn.seintjes, paginawijzigingen })

  return (
    <div className="demo-toneel">
      <section className="demo-kant" aria-labelledby="demo-balie">
        <Heading level={2} id="demo-balie">
          Balie
        </Heading>
        <iframe
          className="demo-scherm"
          src={`/balie/zaken/${DEMO_ZAAK_ID}`}
          title="Balie: de zaak bij de behandelaar"
        />
      </section>
      <section className="demo-kant" aria-labelledby="demo-lijn">
        <Heading level={2} id="demo-lijn">
          Over de lijn
        </Heading>
        <Draad lijn={lijn} gezien={gezien} onRestart={onRestart} />
      </section>
      <section className="demo-kant" aria-labelledby="demo-burger">
        <Heading level={2} id="demo-burger">
          Burger
        </Heading>
        <div className="demo-telefoon">
          <iframe
            ref={telefoon}
            className="demo-scherm"
            src={`/mijn/zaken/${DEMO_ZAAK_ID}`}
            title="Mijn zaken: dezelfde zaak bij de burger"
          />
        </div>
      </section>
    </div>
  )
}
