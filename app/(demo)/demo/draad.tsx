import type { DemoBezorging } from '#lib/demo/demo-feeds.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Bericht } from './bericht.tsx'
import { duur, type InBrowser, stappen } from './stappen.ts'
import type { Lijn } from './use-lijn.ts'

/** The events that went over the wire, newest first; those from before this page opened are folded away. */
export function Draad({
  lijn,
  gezien,
  onRestart,
}: {
  lijn: Lijn
  gezien: ReadonlyMap<string, InBrowser>
  onRestart: () => void
}) {
  const { eerder } = lijn
  const nieuw = lijn.bezorgingen.filter(({ eventId }) => eerder && !eerder.has(eventId))
  const oud = lijn.bezorgingen.filter(({ eventId }) => eerder?.has(eventId))

  const berichten = (bezorgingen: readonly DemoBezorging[]) =>
    bezorgingen.map((bezorging) => {
      const ontvangst = isPortaal(bezorging) && lijn.ontvangsten.find(({ eventId }) => eventId === bezorging.eventId)
      const browser = isPortaal(bezorging) ? gezien.get(bezorging.eventId) : undefined
      return (
        <li key={bezorging.eventId + bezorging.sink}>
          <Bericht
            bezorging={bezorging}
            stappen={stappen(bezorging, ontvangst || undefined, browser ?? {})}
            toonVerzoek={bezorging === nieuw[0]}
          />
        </li>
      )
    })

  return (
    <div className="demo-draad">
      <p role="status" className="zb-hidden">
        {nieuw[0] && melding(nieuw[0], gezien.get(nieuw[0].eventId))}
      </p>
      {lijn.onbereikbaar && (
        <Alert type="warning">
          <Paragraph>
            De gegevens zijn nu niet op te halen. Draait de demo nog? Deze pagina blijft het proberen.
          </Paragraph>
        </Alert>
      )}
      {lijn.liveGesloten && (
        <Alert type="warning" title="Deze browser hoort niets meer van het portaal">
          <Paragraph>
            U bent daar uitgelogd, bijvoorbeeld na 15 minuten niets doen. Of het portaal is even weg.
          </Paragraph>
          <Button type="button" appearance="secondary" onClick={onRestart}>
            Begin opnieuw
          </Button>
        </Alert>
      )}
      {!eerder && !lijn.onbereikbaar && <p className="zb-card">De berichten worden opgehaald.</p>}
      {eerder && nieuw.length === 0 && (
        <p className="zb-card">
          Er ging nog niets over de lijn sinds u deze pagina opende. Kies in de balie een volgende status en sla die op.
        </p>
      )}
      <ol className="demo-berichten">{berichten(nieuw)}</ol>
      {oud.length > 0 && (
        <details className="demo-eerder">
          <summary>Eerder verstuurd ({oud.length})</summary>
          <p className="zb-soft zb-small">Deze pagina was toen niet open. Wat de browser zag, is dus niet gemeten.</p>
          <ol className="demo-berichten">{berichten(oud)}</ol>
        </details>
      )}
    </div>
  )
}

/** What the portal and this browser know is only about deliveries to the portal itself, not to other subscribers. */
function isPortaal({ sink }: DemoBezorging): boolean {
  return new URL(sink).pathname === '/api/publieksportaal/webhooks'
}

function melding({ sequence, status, vastgelegdOp }: DemoBezorging, browser: InBrowser | undefined): string {
  if (browser?.paginaOp !== undefined) {
    const ms = browser.paginaOp - Date.parse(vastgelegdOp)
    return `Bericht ${sequence}: de pagina van de burger is bijgewerkt na ${duur(ms)}.`
  }
  if (status === 'bezorgd') return `Bericht ${sequence} is bezorgd.`
  return status === 'mislukt' ? `Bericht ${sequence} is niet bezorgd.` : `Bericht ${sequence} is onderweg.`
}
