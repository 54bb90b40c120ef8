'use client'

import { useRef } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { demoTexts } from '../../demo-texts.ts'
import { usePresenterKeys } from './use-presenter-keys.ts'
import { useVerhaal } from './use-verhaal.ts'
import { VERHAAL } from './verhaal.ts'

/** The guided story, one step at a time, by click or by key. A wide window shows it on exactly one screen. */
export function KijkMee({ taal }: { taal: Taal }) {
  const { verhaal: t, terug } = demoTexts[taal]
  const { nummer, state, verwacht, seconds, canNext, next, back, again, skip } = useVerhaal()
  const nextButton = useRef<HTMLButtonElement>(null)
  usePresenterKeys({ next, back, focus: nextButton })
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
        <Button type="button" onClick={next} aria-disabled={!canNext} autoFocus ref={nextButton}>
          {t.volgende}
        </Button>
        <span role="status">{state === 'bezig' ? t.wacht[verwacht] : t[state]}</span>
        {state !== 'klaar' && <span className="zb-soft demo-verhaal__tijd">{t.seconden(seconds)}</span>}
        {(state === 'langer' || state === 'mislukt') && (
          <>
            <Button type="button" appearance="secondary" onClick={again}>
              {t.opnieuw}
            </Button>
            <Button type="button" appearance="secondary" onClick={skip}>
              {t.verder}
            </Button>
          </>
        )}
      </div>
      <p className="demo-verhaal__hoe zb-soft">
        <Link href="/demo">{terug}</Link> {t.toetsen}
      </p>
    </section>
  )
}
