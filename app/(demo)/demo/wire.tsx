import type { DemoBezorging } from '#lib/demo/demo-feeds.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Bezorging } from './bezorging.tsx'
import { formatElapsed, type InBrowser, stepsOf } from './steps.ts'
import type { WireState } from './use-wire.ts'

/** The events that went over the wire, newest first; those from before this page opened are folded away. */
export function Wire({
  wire,
  seen,
  onRestart,
}: {
  wire: WireState
  seen: ReadonlyMap<string, InBrowser>
  onRestart: () => void
}) {
  const { earlier } = wire
  const fresh = wire.bezorgingen.filter(({ eventId }) => earlier && !earlier.has(eventId))
  const old = wire.bezorgingen.filter(({ eventId }) => earlier?.has(eventId))

  const items = (bezorgingen: readonly DemoBezorging[]) =>
    bezorgingen.map((bezorging) => {
      const ontvangst = isPortaal(bezorging) && wire.ontvangsten.find(({ eventId }) => eventId === bezorging.eventId)
      const browser = isPortaal(bezorging) ? seen.get(bezorging.eventId) : undefined
      return (
        <li key={bezorging.eventId + bezorging.sink}>
          <Bezorging
            bezorging={bezorging}
            steps={stepsOf(bezorging, ontvangst || undefined, browser ?? {})}
            showRequest={bezorging === fresh[0]}
          />
        </li>
      )
    })

  return (
    <div className="demo-wire">
      <p role="status" className="zb-hidden">
        {fresh[0] && announcement(fresh[0], seen.get(fresh[0].eventId))}
      </p>
      {wire.unreachable && (
        <Alert type="warning">
          <Paragraph>
            De gegevens zijn nu niet op te halen. Draait de demo nog? Deze pagina blijft het proberen.
          </Paragraph>
        </Alert>
      )}
      {wire.liveClosed && (
        <Alert type="warning" title="Deze browser hoort niets meer van het portaal">
          <Paragraph>
            U bent daar uitgelogd, bijvoorbeeld na 15 minuten niets doen. Of het portaal is even weg.
          </Paragraph>
          <Button type="button" appearance="secondary" onClick={onRestart}>
            Begin opnieuw
          </Button>
        </Alert>
      )}
      {!earlier && !wire.unreachable && <p className="zb-card">De berichten worden opgehaald.</p>}
      {earlier && fresh.length === 0 && (
        <p className="zb-card">
          Er ging nog niets over de lijn sinds u deze pagina opende. Kies in de balie een volgende status en sla die op.
        </p>
      )}
      <ol className="demo-bezorgingen">{items(fresh)}</ol>
      {old.length > 0 && (
        <details>
          <summary>Eerder verstuurd ({old.length})</summary>
          <p className="zb-soft zb-small">Deze pagina was toen niet open. Wat de browser zag, is dus niet gemeten.</p>
          <ol className="demo-bezorgingen">{items(old)}</ol>
        </details>
      )}
    </div>
  )
}

/** What the portal and this browser know is only about bezorgingen to the portal itself, not to other subscribers. */
function isPortaal({ sink }: DemoBezorging): boolean {
  return new URL(sink).pathname === '/api/publieksportaal/webhooks'
}

function announcement({ sequence, status, vastgelegdOp }: DemoBezorging, browser: InBrowser | undefined): string {
  if (browser?.pageChangedAt !== undefined) {
    const ms = browser.pageChangedAt - Date.parse(vastgelegdOp)
    return `Bericht ${sequence}: de pagina van de burger is bijgewerkt na ${formatElapsed(ms)}.`
  }
  if (status === 'bezorgd') return `Bericht ${sequence} is bezorgd.`
  return status === 'mislukt' ? `Bericht ${sequence} is niet bezorgd.` : `Bericht ${sequence} is onderweg.`
}
