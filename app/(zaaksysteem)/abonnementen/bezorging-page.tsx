import type { ComponentProps, ReactNode } from 'react'
import { CodeBlock } from '#lib/ui/staff/code-block.tsx'
import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { exactMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { BezorgingDetail } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorging-detail.ts'
import { BezorgingBadge } from './bezorging-columns.tsx'
import { Poging } from './poging.tsx'
import { RedeliverForm } from './redeliver-form.tsx'
import { typeLabel } from './type-options.ts'
import { textsOf, type Viewer } from './viewer.ts'

/**
 * The page of a bezorging, for the desk and for its supplier.
 *
 * @param props.asked the query parameters
 * @param props.trail the breadcrumb
 * @param props.subject the zaak or abonnement of the event, as the viewer knows it
 */
export function BezorgingPage({
  viewer,
  bezorging,
  asked,
  trail,
  subject,
}: {
  viewer: Viewer
  bezorging: BezorgingDetail
  asked: SearchParams
  trail: ReactNode
  subject: ComponentProps<typeof DataList>['items']
}) {
  const { taal } = viewer
  const { detail, statusUitleg, volgende, opVolgorde } = textsOf(viewer).bezorging
  const { id, sequence, type, status, pogingen, bezorgpogingen, body, volgendePoging, afgerondOp } = bezorging
  const isAsked = asked.gevraagd === String(pogingen) && status === 'wachtend'
  return (
    <>
      {status === 'wachtend' && <RefreshUntilSettled key={pogingen} />}
      <div>
        {trail}
        <div className="zb-line">
          <Heading level={1}>{detail.titel(sequence)}</Heading>
          <BezorgingBadge viewer={viewer} status={status} />
        </div>
        <Paragraph soft>{typeLabel(viewer, type)}</Paragraph>
      </div>
      <div className="staff-stack">
        <StatusMessage text={isAsked && detail.gevraagd} />
        <Card>
          <Paragraph>
            {statusUitleg[status]}{' '}
            {status === 'wachtend' && (volgendePoging ? volgende(exactMoment(volgendePoging, taal)) : opVolgorde)}
          </Paragraph>
          <RedeliverForm
            viewer={viewer}
            id={id}
            pogingen={pogingen}
            isPossible={status !== 'wachtend' || volgendePoging !== null}
          />
        </Card>
        <div className="staff-facts">
          <DataList
            items={[
              ...subject,
              { term: detail.vastgelegd, value: exactMoment(bezorging.aangemaaktOp, taal) },
              { term: detail.afgerond, value: afgerondOp && exactMoment(afgerondOp, taal) },
              { term: detail.eventId, value: <code className="staff-breakable">{bezorging.eventId}</code> },
            ]}
          />
        </div>
        <section>
          <Heading level={2}>{detail.pogingen}</Heading>
          {bezorgpogingen.length === 0 && <Paragraph soft>{detail.geenPogingen}</Paragraph>}
          <ol className="zb-list" reversed>
            {bezorgpogingen.toReversed().map((poging, index) => (
              <Poging key={poging.nummer} viewer={viewer} bezorging={bezorging} poging={poging} isOpen={index === 0} />
            ))}
          </ol>
        </section>
        <section>
          <Heading level={2}>{detail.bericht}</Heading>
          {body === null ? (
            <Paragraph soft>{detail.opgeruimd}</Paragraph>
          ) : (
            <CodeBlock>{JSON.stringify(JSON.parse(body), null, 2)}</CodeBlock>
          )}
        </section>
      </div>
    </>
  )
}
