import type { Metadata } from 'next'
import { z } from 'zod'
import { ListPage } from '#lib/ui/staff/list/list-page.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { datalekken as texts } from '#lib/ui/texts/balie/beheer/datalekken.ts'
import { type Datalek, findDatalekken, MOST_DATALEKKEN } from '#lib/zaaksysteem/audit/datalek/find-datalekken.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { datalekPath, zaakPath } from '../paths.ts'

export const metadata: Metadata = { title: texts.titel }

const schema = z.object({ gedaan: optional(z.literal('beoordeeld')) })

export default async function DatalekkenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireBeheerder()
  const { gedaan } = readSearchParams(schema, await searchParams)
  const regels = await findDatalekken(zaaksysteem())
  return (
    <ListPage
      title={texts.titel}
      explanation={texts.uitleg}
      list={{
        columns: COLUMNS,
        rows: regels,
        keyOf: ({ zaakId, versie }) => `${zaakId} ${versie}`,
        empty: { title: texts.leeg, explanation: texts.leegUitleg },
      }}
      below={regels.length === MOST_DATALEKKEN && <Paragraph soft>{texts.nieuwste(MOST_DATALEKKEN)}</Paragraph>}
    >
      <StatusMessage text={gedaan && texts.gedaan} />
    </ListPage>
  )
}

const COLUMNS: Column<Datalek>[] = [
  {
    name: texts.kolom.zaak,
    hasHeading: true,
    cell: ({ zaakId, identificatie }) => <Link href={zaakPath(zaakId)}>{identificatie}</Link>,
  },
  {
    name: texts.kolom.hersteld,
    cell: ({ op }) => <Moment instant={op} />,
    caption: ({ doorNaam }) => texts.door(doorNaam),
  },
  {
    name: texts.kolom.gezien,
    cell: ({ gezienOp }) => (gezienOp ? texts.gezien(shortMoment(gezienOp)) : texts.nooitGezien),
  },
  {
    name: texts.kolom.oordeel,
    cell: ({ zaakId, versie, identificatie, oordeel, beoordeeldOp }) =>
      beoordeeldOp ? (
        oordeel
      ) : (
        <Link href={datalekPath(zaakId, versie)}>
          {texts.beoordeel}
          <span className="zb-hidden"> {texts.van(identificatie)}</span>
        </Link>
      ),
    caption: ({ beoordeeldOp: op, beoordeeldDoorNaam }) =>
      op && texts.beoordeeld(shortMoment(op), beoordeeldDoorNaam ?? ''),
  },
]
