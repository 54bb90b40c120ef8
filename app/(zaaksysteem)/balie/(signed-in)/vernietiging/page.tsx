import type { Metadata } from 'next'
import { z } from 'zod'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { ListPage } from '#lib/ui/staff/list/list-page.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { hrefWith, optionalCursor, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { vernietiging as texts } from '#lib/ui/texts/balie/vernietiging.ts'
import { bladerenInTijd } from '#lib/ui/texts/staff.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { findLijsten, type Lijst } from '#lib/zaaksysteem/zaak/bewaren/find-lijsten.ts'
import { countTeVernietigen } from '#lib/zaaksysteem/zaak/bewaren/find-te-vernietigen.ts'
import { MOST_OF_LIJST } from '#lib/zaaksysteem/zaak/bewaren/propose-vernietiging.ts'
import { lijstPath, NIEUWE_LIJST, VERNIETIGING, VERWIJDERDE_ZAKEN } from '../paths.ts'
import { StandBadge } from './stand.tsx'

const { lijsten } = texts
const { kolom } = lijsten

export const metadata: Metadata = { title: texts.titel }

const schema = z.object({ cursor: optionalCursor })

export default async function VernietigingPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireRecht('vernietigen')
  const ctx = zaaksysteem()
  const fields = readSearchParams(schema, await searchParams)
  const [page, count] = await Promise.all([
    findLijsten(ctx, fields),
    countTeVernietigen(ctx, { most: MOST_OF_LIJST + 1 }),
  ])
  return (
    <ListPage
      title={texts.titel}
      explanation={texts.uitleg}
      action={count > 0 && <ButtonLink href={NIEUWE_LIJST}>{lijsten.nieuw}</ButtonLink>}
      list={{
        label: lijsten.label,
        columns: COLUMNS,
        rows: page.lijsten,
        keyOf: ({ id }) => id,
        empty: { title: lijsten.leeg, explanation: lijsten.leegUitleg },
        pages: {
          texts: bladerenInTijd,
          vorige: page.vorige,
          volgende: page.volgende,
          hrefAt: (cursor) => hrefWith(VERNIETIGING, { cursor }),
        },
      }}
      below={
        <Paragraph className="staff-block">
          <Link href={VERWIJDERDE_ZAKEN}>{lijsten.verwijderd}</Link>
        </Paragraph>
      }
    >
      <Paragraph>
        <strong>{lijsten.toeAan(count > MOST_OF_LIJST ? texts.meerDan(MOST_OF_LIJST) : count)}</strong>
      </Paragraph>
    </ListPage>
  )
}

const COLUMNS: Column<Lijst>[] = [
  {
    name: kolom.lijst,
    hasHeading: false,
    cell: ({ id, nummer }) => <Link href={lijstPath(id)}>{lijsten.naam(nummer)}</Link>,
  },
  { name: kolom.waarom, cell: ({ grond }) => lijsten.gronden[grond] },
  {
    name: kolom.zaken,
    cell: ({ aantal }) => aantal,
    caption: ({ vernietigd, goedgekeurdOp }) => goedgekeurdOp && lijsten.vernietigd(vernietigd),
  },
  {
    name: kolom.voorgesteld,
    cell: ({ voorgesteldOp }) => <Moment instant={voorgesteldOp} />,
    caption: ({ voorgesteldDoor }) => lijsten.door(voorgesteldDoor),
  },
  { name: kolom.stand, cell: (lijst) => <StandBadge lijst={lijst} /> },
]
