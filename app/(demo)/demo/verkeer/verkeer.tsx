'use client'

import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { MOST_PER_SECONDE, type VerkeerStand, verkeerStand } from '#demo/stage/verkeer.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { getJson } from '../get-json.ts'
import { Grafieken } from './grafieken.tsx'
import { type VerkeerTexts, verkeerTexts } from './verkeer-texts.ts'

const DOOR = '/api/demo/verkeer'
/** Debounces the slider, so that only its final position is requested. */
const SETTLED_MS = 250
const FIRST_PER_SECONDE = 20
/** A backlog counts as a queue when draining it takes longer than this at the current rate. */
const AT_ONCE_SECONDS = 1
/** Seconds between the two queue lengths that are compared. */
const LOOKED_BACK = 3
/** The page says that it falls short when less than this share of the requested rate is made. */
const ENOUGH = 0.8

/** Sets a rate of changes and shows how the two systems keep up. */
export function Verkeer({ taal }: { taal: Taal }) {
  const t = verkeerTexts[taal]
  const { stand, set, failed } = useVerkeer()
  const [moved, setMoved] = useState<number>()
  const wished = moved ?? (stand?.perSeconde || FIRST_PER_SECONDE)
  const isOn = Boolean(stand?.perSeconde)
  const id = useId()
  return (
    <section className="demo-verkeer" aria-labelledby={`${id}-titel`}>
      <div className="zb-line demo-verkeer__knoppen">
        <Heading level={2} id={`${id}-titel`}>
          {t.titel}
        </Heading>
        <label htmlFor={id}>{t.perSeconde}</label>
        <input
          id={id}
          type="range"
          min={1}
          max={MOST_PER_SECONDE}
          value={wished}
          aria-valuetext={t.aantal(wished)}
          onChange={({ target }) => {
            setMoved(target.valueAsNumber)
            if (isOn) set(target.valueAsNumber)
          }}
        />
        <span className="demo-verkeer__aantal" aria-hidden="true">
          {t.aantal(wished)}
        </span>
        <Button type="button" appearance={isOn ? 'secondary' : undefined} onClick={() => set(isOn ? 0 : wished)}>
          {isOn ? t.stop : t.start}
        </Button>
        {stand?.eindigtOp && (
          <span className="zb-soft">
            {t.nog(Math.max(0, Math.round((Date.parse(stand.eindigtOp) - Date.now()) / SECOND_MS)))}
          </span>
        )}
      </div>
      <p role="status" className="demo-verkeer__stand">
        {failed ? t.mislukt : stand && say(stand, t.stand)}
      </p>
      {stand && (
        <>
          <Cijfers stand={stand} taal={taal} />
          <Grafieken stand={stand} taal={taal} />
          <Paragraph soft small>
            {t.uitleg} <code>npm run demo -- --reset</code>
          </Paragraph>
        </>
      )}
    </section>
  )
}

/** Polls the traffic each second; the traffic stops when nobody polls. */
function useVerkeer() {
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

function Cijfers({ stand, taal }: { stand: VerkeerStand; taal: Taal }) {
  const { cijfers } = verkeerTexts[taal]
  const shown = (['gemaakt', 'ontvangen', 'gezien', 'wachtrij', 'mislukt'] as const).filter(
    (name) => name !== 'mislukt' || stand.mislukt > 0,
  )
  return (
    <dl className="zb-line demo-verkeer__cijfers">
      {shown.map((name) => (
        <div key={name}>
          <dt>{cijfers[name]}</dt>
          <dd>{stand[name].toLocaleString(taal)}</dd>
        </div>
      ))}
    </dl>
  )
}

function say({ perSeconde, wachtrij, metingen }: VerkeerStand, t: VerkeerTexts['stand']): string {
  if (perSeconde === 0) return wachtrij > 0 ? t.haaltIn : t.klaar
  const last = metingen.at(-1)
  if (!last) return t.begint
  if (wachtrij > perSeconde * AT_ONCE_SECONDS) {
    const before = metingen.at(-1 - LOOKED_BACK)?.wachtrij ?? 0
    return last.wachtrij < before ? t.looptLeeg : t.wachtrij
  }
  // the first seconds are incomplete
  return metingen.length > LOOKED_BACK && last.gemaakt < perSeconde * ENOUGH ? t.minder : t.bij
}
