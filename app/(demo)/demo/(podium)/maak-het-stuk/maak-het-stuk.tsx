'use client'

import { useContext, useEffect, useRef } from 'react'
import { STORINGEN, type Storingscijfers, type Storingsstand } from '#demo/stage/storingen.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { demoTexts } from '../../demo-texts.ts'
import { OnStage } from '../../podium.tsx'
import { storingTexts } from './storing-texts.ts'
import { useStoring } from './use-storing.ts'

const SHOWN = [
  'wijzigingen',
  'pogingen',
  'ontvangen',
  'opgehaald',
  'geweigerd',
  'nogmaals',
  'onderweg',
  'kwijt',
] as const

const TONES = { aanloop: 'neutral', bezig: 'error', herstel: 'warning', klaar: 'success', mislukt: 'neutral' } as const

/** Lets the visitor cause a failure and shows what happens to the changes meanwhile. */
export function MaakHetStuk({ taal }: { taal: Taal }) {
  const t = storingTexts[taal]
  const stage = useContext(OnStage)
  const { stand, state, begin, repair, choose } = useStoring(stage)
  return (
    <section className="demo-stuk" aria-labelledby="demo-stuk">
      <Paragraph soft>
        <Link href="/demo">{demoTexts[taal].terug}</Link>
      </Paragraph>
      <p role="status" className="zb-hidden">
        {announcement(stand, taal)}
      </p>
      {stand ? (
        <Ronde stand={stand} taal={taal} onRepair={repair} onChoose={choose} />
      ) : (
        <>
          <Heading level={2} look={1} id="demo-stuk">
            {demoTexts[taal].deuren.stuk.naam}
          </Heading>
          <p className="demo-verhaal__tekst">{t.uitleg}</p>
          <p role="status" className="demo-stuk__stand">
            {state !== 'ready' && t[state]}
          </p>
          <ul className="zb-list demo-storingen">
            {STORINGEN.map((storing) => (
              <li key={storing}>
                <button
                  type="button"
                  className="zb-choice"
                  aria-disabled={state === 'starting' || stage === null}
                  onClick={() => begin(storing)}
                >
                  <b>{t.storingen[storing].naam}</b>
                  <span>{t.storingen[storing].gebeurt}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** The failure, its duration and its outcome. */
function Ronde({
  stand,
  taal,
  onRepair,
  onChoose,
}: {
  stand: NonNullable<Storingsstand>
  taal: Taal
  onRepair: () => void
  onChoose: () => void
}) {
  const t = storingTexts[taal]
  const { naam, gebeurt, let: watch } = t.storingen[stand.storing]
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="demo-ronde">
      <div>
        <Heading level={2} look={1} id="demo-stuk" ref={heading} tabIndex={-1}>
          {naam} <Badge tone={TONES[stand.fase]}>{t.toestanden[stand.fase]}</Badge>
        </Heading>
        <p className="demo-verhaal__tekst">
          {stand.fase === 'mislukt' ? (
            t.mislukt
          ) : (
            <>
              {gebeurt} <b>{t.letOp}</b> {watch}
            </>
          )}
        </p>
        <div className="zb-line demo-verhaal__knoppen">
          {stand.fase === 'bezig' ? (
            <>
              <Button type="button" onClick={onRepair}>
                {t.heel}
              </Button>
              <span className="demo-ronde__nog">{t.nog(Math.ceil(stand.nogMs / SECOND_MS))}</span>
              <progress max={stand.duurMs} value={stand.nogMs} aria-hidden="true" />
            </>
          ) : (
            <Button type="button" onClick={onChoose}>
              {t.anders}
            </Button>
          )}
        </div>
      </div>
      <Cijfers cijfers={stand.cijfers} taal={taal} />
    </div>
  )
}

/** The numbers of events sent, received, refused and lost. */
function Cijfers({ cijfers, taal }: { cijfers: Storingscijfers; taal: Taal }) {
  const t = storingTexts[taal]
  return (
    <section aria-labelledby="demo-cijfers">
      <Heading level={3} id="demo-cijfers">
        {t.cijfers}
      </Heading>
      <dl className="demo-cijfers">
        {SHOWN.map((naam) => (
          <div key={naam} className={naam === 'kwijt' && cijfers.kwijt === 0 ? 'demo-cijfers--goed' : undefined}>
            <dt>{t[naam]}</dt>
            <dd>{naam === 'geweigerd' ? <Geweigerd geweigerd={cijfers.geweigerd} /> : cijfers[naam]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The total, and the count of each status code with which the portal refused. */
function Geweigerd({ geweigerd }: Pick<Storingscijfers, 'geweigerd'>) {
  return (
    <>
      {geweigerd.reduce((sum, { aantal }) => sum + aantal, 0)}
      {geweigerd.length > 0 && <small> {geweigerd.map(({ reden }) => reden).join(', ')}</small>}
    </>
  )
}

function announcement(stand: Storingsstand, taal: Taal): string {
  if (!stand) return ''
  const t = storingTexts[taal]
  const { naam, let: watch } = t.storingen[stand.storing]
  if (stand.fase === 'bezig') return `${t.stuk(naam, Math.round(stand.duurMs / SECOND_MS))} ${t.letOp} ${watch}`
  if (stand.fase === 'mislukt') return t.mislukt
  return stand.fase === 'herstel' ? t.herstel(naam) : t.klaar(stand.cijfers.ontvangen)
}
