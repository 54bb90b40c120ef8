import type { Metadata } from 'next'
import { z } from 'zod'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { ListTable } from '#lib/ui/staff/list/list-page.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import { hrefWith, optional, optionalCursor, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { bladeren } from '#lib/ui/texts/staff.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { findRegels, type Lijst, type Regel } from '#lib/zaaksysteem/zaak/bewaren/find-lijsten.ts'
import { DownloadLinks } from '../../download-links.tsx'
import { afwijzenPath, goedkeurenPath, lijstPath, regelPath, VERNIETIGING, verklaringPath } from '../../paths.ts'
import { grondColumns } from '../grond-columns.tsx'
import { StandBadge, standOf } from '../stand.tsx'
import { loadLijst } from './load-lijst.ts'

const { lijst: texts, lijsten, grond } = vernietiging
const { feiten, verklaring } = texts

type Props = { params: Promise<{ lijstId: string }>; searchParams: Promise<SearchParams> }

const schema = z.object({
  cursor: optionalCursor,
  gedaan: optional(z.enum(['gemaakt', 'goedgekeurd', 'afgewezen', 'afgehaald'])),
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts.titel((await loadLijst((await params).lijstId)).nummer) }
}

/** A vernietigingslijst: its zaken, their grounds and outcomes. */
export default async function LijstPage({ params, searchParams }: Props) {
  const { id: behandelaarId } = await requireRecht('vernietigen')
  const lijst = await loadLijst((await params).lijstId)
  const { cursor, gedaan } = readSearchParams(schema, await searchParams)
  const { regels, volgende, vorige } = await findRegels(zaaksysteem(), { lijstId: lijst.id, cursor })
  const stand = standOf(lijst)
  return (
    <>
      <Breadcrumb items={[{ href: VERNIETIGING, text: vernietiging.titel }]} current={lijsten.naam(lijst.nummer)} />
      <StatusMessage text={gedaan && texts[gedaan]} />
      <div className="zb-line">
        <Heading level={1}>{texts.titel(lijst.nummer)}</Heading>
        <StandBadge lijst={lijst} />
      </div>
      {stand === 'goedgekeurd' && <Underway open={lijst.open} />}
      <Card isNarrow>
        <DataList items={factsOf(lijst)} />
        {stand === 'voorgesteld' && <Judging lijst={lijst} isOwn={lijst.voorgesteldDoorId === behandelaarId} />}
      </Card>
      {stand === 'klaar' && lijst.vernietigd > 0 && (
        <section className="staff-block">
          <Heading level={2}>{verklaring.titel}</Heading>
          <Paragraph soft>{verklaring.uitleg}</Paragraph>
          <DownloadLinks path={verklaringPath(lijst.id)} texts={verklaring} />
        </section>
      )}
      <div className="staff-block">
        <ListTable
          label={feiten.zaken}
          columns={columnsOf(lijst)}
          rows={regels}
          keyOf={({ volgnummer }) => volgnummer}
          pages={{
            texts: bladeren,
            vorige,
            volgende,
            hrefAt: (to) => hrefWith(lijstPath(lijst.id), { cursor: to }),
          }}
        />
      </div>
    </>
  )
}

function factsOf(lijst: Lijst) {
  const { grond: waarom, toelichting, aantal, vernietigd, klaarOp, afwijzing } = lijst
  const doorOp = (naam: string | null, op: Date | null) => naam && op && texts.doorOp(naam, shortMoment(op))
  return [
    { term: feiten.waarom, value: [lijsten.gronden[waarom], toelichting].filter(Boolean).join(': ') },
    { term: feiten.zaken, value: klaarOp ? texts.aantal(aantal, vernietigd) : String(aantal) },
    { term: feiten.voorgesteld, value: doorOp(lijst.voorgesteldDoor, lijst.voorgesteldOp) },
    { term: feiten.goedgekeurd, value: doorOp(lijst.goedgekeurdDoor, lijst.goedgekeurdOp) },
    {
      term: feiten.afgewezen,
      value: lijst.afgewezenOp && `${doorOp(lijst.afgewezenDoor, lijst.afgewezenOp)}: ${afwijzing}`,
    },
    { term: feiten.klaar, value: klaarOp && shortMoment(klaarOp) },
  ]
}

/** The judgments that this person can give on an open lijst. */
function Judging({ lijst, isOwn }: { lijst: Lijst; isOwn: boolean }) {
  return (
    <div className="staff-block staff-stack">
      {isOwn && <Alert type="info">{texts.vanUzelf}</Alert>}
      {lijst.open === 0 && <Alert type="info">{texts.niemandMeer}</Alert>}
      <div className="staff-buttons">
        {!isOwn && lijst.open > 0 && <ButtonLink href={goedkeurenPath(lijst.id)}>{texts.goedkeuren}</ButtonLink>}
        <ButtonLink appearance="secondary" href={afwijzenPath(lijst.id)}>
          {texts.afwijzen}
        </ButtonLink>
      </div>
    </div>
  )
}

function Underway({ open }: { open: number }) {
  return (
    <>
      <RefreshUntilSettled isAllOfPage key={open} />
      <Alert type="info" role="status">
        {texts.bezig}
      </Alert>
    </>
  )
}

function columnsOf(lijst: Lijst): Column<Regel>[] {
  const isOpen = standOf(lijst) === 'voorgesteld'
  return [
    ...grondColumns<Regel>(({ uitkomst }) => uitkomst === 'vernietigd' || uitkomst === 'verdwenen'),
    {
      name: grond.uitkomst,
      cell: (regel) =>
        regel.uitkomst === null && isOpen ? (
          <Link href={regelPath(lijst.id, regel.zaakId)}>
            {texts.haalAf}
            <span className="zb-hidden">{texts.van(regel.identificatie)}</span>
          </Link>
        ) : (
          <Outcome regel={regel} />
        ),
    },
  ]
}

function Outcome({ regel: { uitkomst, reden, doorNaam, klaarOp } }: { regel: Regel }) {
  if (uitkomst === null) return texts.opLijst
  return (
    <>
      {texts.uitkomst[uitkomst]}
      {reden && <span className="staff-caption">{reden}</span>}
      {klaarOp && (
        <span className="staff-caption">
          {doorNaam ? `${lijsten.door(doorNaam)}, ${shortMoment(klaarOp)}` : shortMoment(klaarOp)}
        </span>
      )}
    </>
  )
}
