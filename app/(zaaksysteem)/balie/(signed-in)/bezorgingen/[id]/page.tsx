import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Poging } from '#lib/ui/staff/bezorging/poging.tsx'
import { CodeBlock } from '#lib/ui/staff/code-block.tsx'
import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { exactMoment, shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bezorgingen } from '#lib/ui/texts/balie/bezorgingen.ts'
import { foutKort, foutWatNu } from '#lib/zaaksysteem/abonnement/foutsoorten.ts'
import {
  type BezorgingDetail,
  findBezorgingDetail,
  sentBody,
} from '#lib/zaaksysteem/bezorging/overzicht/find-bezorging-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { abonnementName } from '../../abonnementen/abonnement-name.ts'
import { ABONNEMENT_TYPE_OPTIONS, labelOf } from '../../options.ts'
import { abonnementPath, BEZORGINGEN, controlePath } from '../../paths.ts'
import { BezorgingBadge } from '../bezorging-badge.tsx'
import { SubjectLink } from '../subject-link.tsx'
import { RedeliverForm } from './redeliver-form.tsx'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<SearchParams>
}

const { detail } = bezorgingen

/** Cached per request for title and page. */
const loadBezorging = cache(async (id: string): Promise<BezorgingDetail> => {
  await requireBeheerder()
  return (await findBezorgingDetail(zaaksysteem(), id)) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { sequence, identificatie } = await loadBezorging((await params).id)
  return { title: `${detail.titel(sequence)} ${identificatie ?? ''}`.trim() }
}

export default async function BezorgingPage({ params, searchParams }: Props) {
  const bezorging = await loadBezorging((await params).id)
  const { id, sequence, status, bezorgpogingen, pogingen, body, afgerondOp } = bezorging
  const isAsked = (await searchParams).gevraagd === String(pogingen) && status === 'wachtend'
  return (
    <>
      {status === 'wachtend' && <RefreshUntilSettled key={pogingen} />}
      <Breadcrumb items={[{ href: BEZORGINGEN, text: bezorgingen.titel }]} current={detail.titel(sequence)} />
      <div className="zb-line">
        <Heading level={1}>{detail.titel(sequence)}</Heading>
        <BezorgingBadge status={status} />
      </div>
      <Paragraph soft>{labelOf(ABONNEMENT_TYPE_OPTIONS, bezorging.type)}</Paragraph>
      <div className="staff-stack">
        <StatusMessage text={isAsked && detail.gevraagd} />
        <Card>
          <Paragraph>
            {bezorgingen.statusUitleg[status]} {status === 'wachtend' && whatComes(bezorging)}
          </Paragraph>
          <RedeliverForm
            id={id}
            pogingen={pogingen}
            isPossible={status !== 'wachtend' || bezorging.volgendePoging !== null}
          />
        </Card>
        <div className="staff-facts">
          <DataList
            items={[
              {
                term: bezorging.identificatie === null ? detail.gaatOver : detail.zaak,
                value: <SubjectLink {...bezorging} />,
              },
              {
                term: detail.abonnement,
                value: (
                  <Link href={abonnementPath(bezorging.abonnementId)} className="staff-breakable">
                    {abonnementName({ naam: bezorging.abonnementNaam, sink: bezorging.sink })}
                  </Link>
                ),
              },
              { term: detail.vastgelegd, value: exactMoment(bezorging.aangemaaktOp) },
              { term: detail.afgerond, value: afgerondOp && exactMoment(afgerondOp) },
              { term: detail.eventId, value: <code className="staff-breakable">{bezorging.eventId}</code> },
            ]}
          />
        </div>
        <section>
          <Heading level={2}>{detail.pogingen}</Heading>
          {bezorgpogingen.length === 0 && <Paragraph soft>{detail.geenPogingen}</Paragraph>}
          <ol className="zb-list" reversed>
            {bezorgpogingen.toReversed().map((poging, index) => (
              <Poging
                key={poging.nummer}
                poging={poging}
                sink={bezorging.sink}
                natsSubject={bezorging.natsSubject}
                isOpen={index === 0}
                bezorgd={bezorgingen.status.bezorgd}
                fout={
                  poging.foutsoort === null
                    ? null
                    : { kort: foutKort(poging.foutsoort), watNu: foutWatNu(poging.foutsoort, poging.foutdetail) }
                }
                texts={detail}
              >
                {!bezorging.natsSubject && sentBody(bezorging, poging) !== undefined && (
                  <Paragraph>
                    <Link href={controlePath(id, poging.nummer)}>{detail.controleer(poging.nummer)}</Link>
                  </Paragraph>
                )}
              </Poging>
            ))}
          </ol>
        </section>
        <section>
          <Heading level={2}>{detail.bericht}</Heading>
          {body === null ? <Paragraph soft>{detail.opgeruimd}</Paragraph> : <CodeBlock>{pretty(body)}</CodeBlock>}
        </section>
      </div>
    </>
  )
}

function whatComes({ volgendePoging }: BezorgingDetail): string {
  return volgendePoging ? bezorgingen.volgende(shortMoment(volgendePoging)) : bezorgingen.opVolgorde
}

function pretty(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2)
}
