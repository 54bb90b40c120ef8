import type { DemoBezorging, DemoOntvangst } from '#demo/stage/demo-feeds.ts'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { demoTexts } from './demo-texts.ts'
import { StepDetail } from './step-detail.tsx'
import { BANEN, formatElapsed, type InBrowser, type Step, stepsOf } from './steps.ts'

const TONES = { wachtend: 'warning', bezorgd: 'success', mislukt: 'error', overgeslagen: 'warning' } as const

/**
 * Draws the bezorging of one event to one receiver, with the details of each step. The drawing for a second
 * receiver starts where it differs from the portal's.
 */
export function Bezorging({
  bezorging,
  ontvangst,
  browser,
  zaakId,
  taal,
}: {
  bezorging: DemoBezorging
  ontvangst: DemoOntvangst | undefined
  browser: InBrowser
  /** zaak that the stage shows */
  zaakId: string
  taal: Taal
}) {
  const t = demoTexts[taal]
  const isForPortaal = isPortaal(bezorging)
  const banen = isForPortaal ? t.banen : { ...t.banen, portaal: t.banen.ontvanger, burger: '' }
  const steps = stepsOf(bezorging, ontvangst, browser, taal)
  return (
    <article className="zb-card demo-bezorging">
      <header>
        <Heading level={3}>
          {isForPortaal ? changeOf(bezorging) : `${t.banen.ontvanger} ${new URL(bezorging.sink).host}`}
        </Heading>
        <Badge tone={TONES[bezorging.status]}>{t.statussen[bezorging.status]}</Badge>
        <p className="zb-soft zb-small">
          {t.bericht(bezorging.sequence)}
          {bezorging.zaakId !== zaakId && <>, {t.andereZaak}</>}
        </p>
      </header>
      <div className="demo-banen" aria-hidden="true">
        {BANEN.map((baan) => (
          <span key={baan}>{banen[baan]}</span>
        ))}
      </div>
      <ol className="demo-steps">
        {(isForPortaal ? steps : steps.filter(({ from }) => from !== 'zaaksysteem')).map((step) => (
          <li key={`${step.ms} ${step.text}`}>
            {step.detail ? (
              <details>
                <summary>
                  <Drawn step={step} banen={banen} taal={taal} />
                </summary>
                <StepDetail detail={step.detail} bezorging={bezorging} ontvangst={ontvangst} taal={taal} />
              </details>
            ) : (
              <Drawn step={step} banen={banen} taal={taal} />
            )}
          </li>
        ))}
      </ol>
      {bezorging.status === 'wachtend' && (
        <p className="zb-soft zb-small">{bezorging.pogingen.length === 0 ? t.nogNiet : t.opnieuw}</p>
      )}
    </article>
  )
}

/** An arrow between two lanes, or a dot in one of them; their names as text for screen readers. */
function Drawn({ step, banen, taal }: { step: Step; banen: Record<Step['from'], string>; taal: Taal }) {
  const t = demoTexts[taal]
  const from = BANEN.indexOf(step.from)
  const to = BANEN.indexOf(step.to)
  const direction = from === to ? 'zelf' : from < to ? 'heen' : 'terug'
  return (
    <span className="demo-step">
      <span className="demo-step__ms">
        {step.measured ? formatElapsed(step.ms, taal) : <span className="zb-hidden">{t.zonderTijd}</span>}
      </span>
      <span className="demo-step__banen">
        <span
          className={`demo-step__pijl demo-step__pijl--${direction}`}
          style={{ gridColumn: `${2 * Math.min(from, to) + 2} / ${2 * Math.max(from, to) + 2}` }}
        />
      </span>
      <span className="demo-step__text">
        <span className="zb-hidden">
          {from === to ? banen[step.from] : `${banen[step.from]} → ${banen[step.to]}`}:{' '}
        </span>
        <b>{step.text}</b>
        {step.note && <span className="demo-step__note"> {step.note}</span>}
      </span>
      {step.outcome && <Badge tone={step.outcome.tone}>{step.outcome.text}</Badge>}
    </span>
  )
}

/** True for a bezorging to the portal itself. The portal and this browser know nothing of other receivers. */
export function isPortaal({ sink }: DemoBezorging): boolean {
  return new URL(sink).pathname === '/api/publieksportaal/webhooks'
}

export function changeOf({ type, body }: DemoBezorging): string {
  const { data } = JSON.parse(body) as { data?: { oudeStatus?: string; nieuweStatus?: string } }
  if (!data?.nieuweStatus) return type
  return data.oudeStatus ? `${readable(data.oudeStatus)} → ${readable(data.nieuweStatus)}` : readable(data.nieuweStatus)
}

function readable(statuscode: string): string {
  return statuscode.replaceAll('_', ' ')
}
