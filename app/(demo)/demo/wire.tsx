import type { DemoBezorging } from '#demo/stage/demo-feeds.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { Bezorging, changeOf, isPortaal } from './bezorging.tsx'
import { type DemoTexts, demoTexts } from './demo-texts.ts'
import { formatElapsed, type InBrowser } from './steps.ts'
import type { WireState } from './use-wire.ts'

/** Draws the newest event of the zaak on the stage; the other events are collapsed. */
export function Wire({
  wire,
  seen,
  zaakId,
  taal,
  onRestart,
}: {
  wire: WireState
  seen: ReadonlyMap<string, InBrowser>
  zaakId: string
  taal: Taal
  onRestart: () => void
}) {
  const t = demoTexts[taal]
  const { earlier } = wire
  // Skipped bezorgingen of another receiver, which is paused, show nothing.
  const told = wire.bezorgingen.filter((one) => isPortaal(one) || one.status !== 'overgeslagen')
  const fresh = told.filter(({ eventId }) => earlier && !earlier.has(eventId))
  const old = told.filter(({ eventId }) => earlier?.has(eventId))
  // Prefers the zaak on the stage, so that a change of another zaak does not collapse it.
  const ofZaak = fresh.filter((one) => one.zaakId === zaakId)
  // Prefers the oldest waiting event, because the later events of its zaak wait for it.
  const shown = ofZaak.findLast(({ status }) => status === 'wachtend') ?? ofZaak[0] ?? fresh[0]
  const newest = fresh
    .filter(({ eventId }) => eventId === shown?.eventId)
    .sort((one, other) => Number(isPortaal(other)) - Number(isPortaal(one)))

  const drawn = (bezorging: DemoBezorging) => {
    const portaal = isPortaal(bezorging)
    const ontvangst = portaal ? wire.ontvangsten.find(({ eventId }) => eventId === bezorging.eventId) : undefined
    const browser = (portaal && seen.get(bezorging.eventId)) || {}
    return <Bezorging bezorging={bezorging} ontvangst={ontvangst} browser={browser} zaakId={zaakId} taal={taal} />
  }
  const folded = (bezorgingen: readonly DemoBezorging[]) =>
    bezorgingen.map((bezorging) => (
      <li key={bezorging.eventId + bezorging.sink}>
        <details>
          <summary>
            {bezorging.sequence}: {changeOf(bezorging)}
          </summary>
          {drawn(bezorging)}
        </details>
      </li>
    ))

  return (
    <div className="demo-wire">
      <p role="status" className="zb-hidden">
        {fresh[0] && announcement(fresh[0], seen.get(fresh[0].eventId), taal, t.lijn)}
      </p>
      {wire.unreachable && (
        <Alert type="warning">
          <Paragraph>{t.lijn.onbereikbaar}</Paragraph>
        </Alert>
      )}
      {wire.liveClosed && (
        <Alert type="warning" title={t.lijn.stilTitel}>
          <Paragraph>{t.lijn.stil}</Paragraph>
          <Button type="button" appearance="secondary" onClick={onRestart}>
            {t.lijn.begin}
          </Button>
        </Alert>
      )}
      {!earlier && !wire.unreachable && <p className="zb-card">{t.lijn.laden}</p>}
      {earlier && fresh.length === 0 && <p className="zb-card">{t.lijn.leeg}</p>}
      <ol className="demo-bezorgingen">
        {newest.map((bezorging) => (
          <li key={bezorging.eventId + bezorging.sink}>{drawn(bezorging)}</li>
        ))}
        {folded(fresh.filter((one) => !newest.includes(one)))}
      </ol>
      {old.length > 0 && (
        <details>
          <summary>{t.lijn.eerder(old.length)}</summary>
          <p className="zb-soft zb-small">{t.lijn.toenDicht}</p>
          <ol className="demo-bezorgingen">{folded(old)}</ol>
        </details>
      )}
    </div>
  )
}

function announcement(
  { sequence, status, vastgelegdOp }: DemoBezorging,
  browser: InBrowser | undefined,
  taal: Taal,
  t: DemoTexts['lijn'],
): string {
  if (browser?.pageChangedAt !== undefined) {
    return t.bijgewerktNa(sequence, formatElapsed(browser.pageChangedAt - Date.parse(vastgelegdOp), taal))
  }
  if (status === 'bezorgd') return t.bezorgd(sequence)
  return status === 'mislukt' ? t.mislukt(sequence) : t.onderweg(sequence)
}
