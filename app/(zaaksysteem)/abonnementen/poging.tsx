import type { ReactNode } from 'react'
import { CodeBlock } from '#lib/ui/staff/code-block.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { exactMoment } from '#lib/ui/text/dates.ts'
import { formatDuration } from '#lib/ui/text/duration.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { PogingTexts } from '#lib/ui/texts/balie/bezorgingen.ts'

type ShownPoging = {
  nummer: number
  handmatig: boolean
  begonnenOp: Date
  duurMs: number
  httpStatus: number | null
  requestHeaders: Record<string, string>
  responseHeaders: Record<string, string | string[]> | null
  responseBody: string | null
  responseAfgekapt: boolean
}

/**
 * How one attempt went, with the request and the answer folded away.
 *
 * @param natsSubject where it was published; empty for HTTP
 * @param bezorgd what it is called that it delivered
 * @param fout why it failed, in a few words, and what to do about it
 * @param children below the request
 */
export function Poging({
  poging,
  sink,
  natsSubject,
  isOpen,
  bezorgd,
  fout,
  texts,
  taal = 'nl',
  children,
}: {
  poging: ShownPoging
  sink: string
  natsSubject: string
  isOpen: boolean
  bezorgd: string
  fout: { kort: string; watNu: string } | null
  texts: PogingTexts
  taal?: Taal
  children?: ReactNode
}) {
  const { nummer, begonnenOp, duurMs, httpStatus, responseBody, handmatig } = poging
  return (
    <li className="zb-card staff-poging" value={nummer}>
      <div className="zb-line">
        <strong>{texts.poging(nummer)}</strong>
        <Badge tone={fout ? 'error' : 'success'}>{`${httpStatus ?? ''} ${fout?.kort ?? bezorgd}`.trimStart()}</Badge>
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
        {children}
        {httpStatus === null && responseBody === null ? (
          <Paragraph soft>{texts.geenAntwoord}</Paragraph>
        ) : (
          <>
            <CodeBlock caption={`${texts.antwoord} ${httpStatus ?? ''}`.trimEnd()}>
              {answerText(poging, texts)}
            </CodeBlock>
            {poging.responseAfgekapt && <Paragraph small>{texts.afgekapt}</Paragraph>}
          </>
        )}
      </details>
    </li>
  )
}

function headerLines(headers: Record<string, string | string[]>): string {
  return Object.entries(headers)
    .flatMap(([name, value]) => [value].flat().map((one) => `${name.toLowerCase()}: ${one}`))
    .join('\n')
}

function answerText({ responseHeaders, responseBody }: ShownPoging, { leegAntwoord }: PogingTexts): string {
  return `${headerLines(responseHeaders ?? {})}\n\n${responseBody || leegAntwoord}`.trimStart()
}
