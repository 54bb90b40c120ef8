import { CodeBlock } from '#lib/ui/staff/code-block.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { exactMoment } from '#lib/ui/text/dates.ts'
import { formatDuration } from '#lib/ui/text/duration.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bezorgingen } from '#lib/ui/texts/balie/bezorgingen.ts'
import { foutKort, foutWatNu } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import type { BezorgpogingDetail } from '#lib/zaaksysteem/balie/bezorgingen/find-bezorging-detail.ts'

const { detail } = bezorgingen

/**
 * How one attempt went, with the request and the answer folded away.
 *
 * @param natsSubject where it was published; empty for HTTP
 */
export function Poging({
  poging,
  sink,
  natsSubject,
  isOpen,
  checkHref,
}: {
  poging: BezorgpogingDetail
  sink: string
  natsSubject: string
  isOpen: boolean
  /** where what was sent is checked; absent when it is no longer kept as it was sent */
  checkHref: string | undefined
}) {
  const { nummer, begonnenOp, duurMs, foutsoort, foutdetail, httpStatus, responseBody, handmatig } = poging
  return (
    <li className="zb-card balie-poging" value={nummer}>
      <div className="balie-poging__heading">
        <strong>{detail.poging(nummer)}</strong>
        <Badge tone={foutsoort ? 'error' : 'success'}>{outcome(poging)}</Badge>
        {handmatig && <Badge>{detail.handmatig}</Badge>}
        <span className="zb-soft">
          <time dateTime={begonnenOp.toISOString()}>{exactMoment(begonnenOp)}</time>,{' '}
          {detail.duur(formatDuration(duurMs))}
        </span>
      </div>
      {foutsoort && <Paragraph small>{foutWatNu(foutsoort, foutdetail)}</Paragraph>}
      <details className="staff-disclosure" open={isOpen && foutsoort !== null}>
        <summary>{detail.toon(nummer)}</summary>
        <CodeBlock caption={natsSubject ? `PUB ${natsSubject} ${sink}` : `POST ${sink}`}>
          {headerLines(poging.requestHeaders)}
        </CodeBlock>
        {checkHref && (
          <Paragraph>
            <Link href={checkHref}>{detail.controleer(nummer)}</Link>
          </Paragraph>
        )}
        {httpStatus === null && responseBody === null ? (
          <Paragraph soft>{detail.geenAntwoord}</Paragraph>
        ) : (
          <>
            <CodeBlock caption={`${detail.antwoord} ${httpStatus ?? ''}`.trimEnd()}>{answerText(poging)}</CodeBlock>
            {poging.responseAfgekapt && <Paragraph small>{detail.afgekapt}</Paragraph>}
          </>
        )}
      </details>
    </li>
  )
}

function outcome({ foutsoort, httpStatus }: BezorgpogingDetail): string {
  if (!foutsoort) return `${httpStatus ?? ''} ${bezorgingen.status.bezorgd}`.trimStart()
  return httpStatus ? `${httpStatus} ${foutKort(foutsoort)}` : foutKort(foutsoort)
}

function headerLines(headers: Record<string, string | string[]>): string {
  return Object.entries(headers)
    .flatMap(([name, value]) => [value].flat().map((one) => `${name.toLowerCase()}: ${one}`))
    .join('\n')
}

function answerText({ responseHeaders, responseBody }: BezorgpogingDetail): string {
  return `${headerLines(responseHeaders ?? {})}\n\n${responseBody || detail.leegAntwoord}`.trimStart()
}
