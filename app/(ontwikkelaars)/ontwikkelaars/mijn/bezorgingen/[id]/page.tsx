import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Poging } from '#lib/ui/staff/bezorging/poging.tsx'
import { BEZORGING_TONES } from '#lib/ui/staff/bezorging/tones.ts'
import { CodeBlock } from '#lib/ui/staff/code-block.tsx'
import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { exactMoment } from '#lib/ui/text/dates.ts'
import { Heading, PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import {
  type BezorgingDetail,
  findBezorgingDetail,
  sentBody,
} from '#lib/zaaksysteem/bezorging/overzicht/find-bezorging-detail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { controlePath, mijnAbonnementPath } from '../../../paths.ts'
import { abonnementName } from '../../abonnement-columns.tsx'
import { ClientBar } from '../../client-bar.tsx'
import { ABONNEMENTEN_SCOPE, requireClient } from '../../client-cookie.ts'
import { foutUitleg } from '../../fout-uitleg.ts'
import { RedeliverForm } from './redeliver-form.tsx'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

/** Loads a bezorging of the signed-in client; title and page share the cached result. */
const loadOwnBezorging = cache(async (id: string): Promise<BezorgingDetail> => {
  const { client } = await requireClient(ABONNEMENTEN_SCOPE)
  return (await findBezorgingDetail(zaaksysteem(), id, client)) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { sequence } = await loadOwnBezorging((await params).id)
  return { title: mijn[await currentTaal()].bezorging.titel(sequence) }
}

export default async function BezorgingPage({ params, searchParams }: Props) {
  const taal = await currentTaal()
  const { client } = await requireClient(ABONNEMENTEN_SCOPE)
  const bezorging = await loadOwnBezorging((await params).id)
  const { id, abonnementId, abonnementNaam, sequence, status, pogingen, body, sink, volgendePoging } = bezorging
  const isAsked = (await searchParams).gevraagd === String(pogingen) && status === 'wachtend'
  const { bezorging: t } = mijn[taal]
  const abonnement = {
    href: mijnAbonnementPath(abonnementId),
    text: abonnementName({ naam: abonnementNaam, sink }),
  }
  return (
    <>
      {status === 'wachtend' && <RefreshUntilSettled key={pogingen} />}
      <div>
        <ClientBar client={client} taal={taal} path={[abonnement]} current={t.titel(sequence)} />
        <div className="zb-line">
          <PageTitle>{t.titel(sequence)}</PageTitle>
          <Badge tone={BEZORGING_TONES[status]}>{t.status[status]}</Badge>
        </div>
      </div>
      <StatusMessage text={isAsked && t.gevraagd} />
      <Card>
        <Paragraph>
          {t.statusUitleg[status]}{' '}
          {status === 'wachtend' && (volgendePoging ? t.volgende(exactMoment(volgendePoging, taal)) : t.opVolgorde)}
        </Paragraph>
        <RedeliverForm
          id={id}
          pogingen={pogingen}
          isPossible={status !== 'wachtend' || volgendePoging !== null}
          taal={taal}
        />
      </Card>
      <Pogingen bezorging={bezorging} taal={taal} />
      <Facts bezorging={bezorging} taal={taal} />
      <section>
        <Heading level={2}>{t.bericht}</Heading>
        {body === null ? (
          <Paragraph soft>{t.opgeruimd}</Paragraph>
        ) : (
          <CodeBlock>{JSON.stringify(JSON.parse(body), null, 2)}</CodeBlock>
        )}
      </section>
    </>
  )
}

function Pogingen({ bezorging, taal }: { bezorging: BezorgingDetail; taal: Taal }) {
  const { bezorging: t, poging: texts } = mijn[taal]
  const { bezorgpogingen, sink, natsSubject } = bezorging
  return (
    <section>
      <Heading level={2}>{t.pogingen}</Heading>
      {bezorgpogingen.length === 0 && <Paragraph soft>{t.geenPogingen}</Paragraph>}
      <ol className="zb-list" reversed>
        {bezorgpogingen.toReversed().map((poging, index) => (
          <Poging
            key={poging.nummer}
            poging={poging}
            sink={sink}
            natsSubject={natsSubject}
            isOpen={index === 0}
            bezorgd={t.status.bezorgd}
            fout={poging.foutsoort === null ? null : foutUitleg(poging.foutsoort, poging.foutdetail, taal)}
            texts={texts}
            taal={taal}
          >
            {!natsSubject && sentBody(bezorging, poging) !== undefined && (
              <Paragraph>
                <Link href={controlePath(bezorging.id, poging.nummer)}>{t.controleer(poging.nummer)}</Link>
              </Paragraph>
            )}
          </Poging>
        ))}
      </ol>
    </section>
  )
}

function Facts({ bezorging, taal }: { bezorging: BezorgingDetail; taal: Taal }) {
  const { bezorging: t } = mijn[taal]
  const { eventId, type, zaakId, aangemaaktOp, afgerondOp } = bezorging
  return (
    <div className="staff-facts">
      <DataList
        items={[
          { term: t.eventId, value: <code className="staff-breakable">{eventId}</code> },
          { term: t.type, value: <code className="staff-breakable">{type}</code> },
          { term: t.zaak, value: <code className="staff-breakable">{zaakId}</code> },
          { term: t.vastgelegd, value: exactMoment(aangemaaktOp, taal) },
          ...(afgerondOp ? [{ term: t.afgerond, value: exactMoment(afgerondOp, taal) }] : []),
        ]}
      />
    </div>
  )
}
