import { CodeBlock } from '#lib/ui/staff/code-block.tsx'
import { formatDuration } from '#lib/ui/text/amounts.ts'
import { Badge } from '#lib/ui/text/badge.tsx'
import { exactMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { BezorgingDetail } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorging-detail.ts'
import { sentBody } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorging-detail.ts'
import { foutUitleg, textsOf, type Viewer } from './viewer.ts'

type ShownPoging = BezorgingDetail['bezorgpogingen'][number]

/** The result of one attempt, with the request and response collapsed. */
export function Poging({
  viewer,
  bezorging,
  poging,
  isOpen,
}: {
  viewer: Viewer
  bezorging: BezorgingDetail
  poging: ShownPoging
  isOpen: boolean
}) {
  const { detail: texts, status } = textsOf(viewer).bezorging
  const { taal } = viewer
  const { sink, natsSubject } = bezorging
  const { nummer, begonnenOp, duurMs, httpStatus, responseBody, handmatig, foutsoort, foutdetail } = poging
  const fout = foutsoort === null ? null : foutUitleg(viewer, foutsoort, foutdetail)
  const result = `${httpStatus ?? ''} ${fout?.kort ?? status.bezorgd}`.trimStart()
  return (
    <li className="zb-card staff-poging" value={nummer}>
      <div className="zb-line">
        <strong>{texts.poging(nummer)}</strong>
        <Badge tone={fout ? 'error' : 'success'}>{result}</Badge>
        {handmatig && <Badge>{texts.handmatig}</Badge>}
        <span className="zb-soft">
          <time dateTime={begonnenOp.toISOString()}>{exactMoment(begonnenOp, taal)}</time>,{' '}
          {texts.duur(formatDuration(duurMs, taal))}
        </span>
      </div>
      {fout && <Paragraph small>{fout.watNu}</Paragraph>}
      <details className="staff-disclosure" open={isOpen && fout !== null}>
        <summary>{texts.toon(nummer)}</summary>
        <CodeBlock caption={natsSubject ? `PUB ${natsSubject} ${sink}` : `POST ${sink}`}>
          {headerLines(poging.requestHeaders)}
        </CodeBlock>
        {!natsSubject && sentBody(bezorging, poging) !== undefined && (
          <Paragraph>
            <Link href={controlePath(bezorging.id, nummer)}>{texts.controleer(nummer)}</Link>
          </Paragraph>
        )}
        {httpStatus === null && responseBody === null ? (
          <Paragraph soft>{texts.geenAntwoord}</Paragraph>
        ) : (
          <>
            <CodeBlock caption={`${texts.antwoord} ${httpStatus ?? ''}`.trimEnd()}>
              {`${headerLines(poging.responseHeaders ?? {})}\n\n${responseBody || texts.leegAntwoord}`.trimStart()}
            </CodeBlock>
            {poging.responseAfgekapt && <Paragraph small>{texts.afgekapt}</Paragraph>}
          </>
        )}
      </details>
    </li>
  )
}

/** Returns the address of the message check, prefilled with an attempt. */
function controlePath(bezorgingId: string, nummer: number): string {
  return `/ontwikkelaars/controle?bezorging=${bezorgingId}&poging=${nummer}`
}

function headerLines(headers: Record<string, string | string[]>): string {
  return Object.entries(headers)
    .flatMap(([name, value]) => [value].flat().map((one) => `${name.toLowerCase()}: ${one}`))
    .join('\n')
}
