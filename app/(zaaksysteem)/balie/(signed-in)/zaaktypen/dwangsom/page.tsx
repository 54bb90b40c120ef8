import type { Metadata } from 'next'
import { z } from 'zod'
import { labelled } from '#lib/ui/form/labels.ts'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { type Column, Table } from '#lib/ui/staff/list/table.tsx'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { euros } from '#lib/ui/text/amounts.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { dwangsombedragen as texts } from '#lib/ui/texts/balie/beheer/dwangsombedragen.ts'
import { zaaktypen } from '#lib/ui/texts/balie/zaaktypen.ts'
import { type Dwangsombedrag, findDwangsombedragen } from '#lib/zaaksysteem/catalogus/dwangsombedragen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { ZAAKTYPEN } from '../../paths.ts'
import { VerrichtingForm } from '../../verrichtingen/verrichting-form.tsx'
import { dwangsombedragVastleggen } from './dwangsombedrag-verrichting.ts'

const COLUMNS: Column<Dwangsombedrag>[] = [
  { name: texts.kolom.vanaf, cell: ({ vanaf }) => shortDate(vanaf) },
  { name: texts.kolom.bron, cell: ({ bron }) => bron },
  {
    name: texts.kolom.bedragen,
    cell: ({ eerste, tweede, derde }) => texts.perDag(euros(eerste), euros(tweede), euros(derde)),
  },
]
const schema = z.object({ gedaan: optional(z.literal('vastgelegd')) })

export const metadata: Metadata = { title: texts.titel }

export default async function DwangsombedragenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireBeheerder()
  const { gedaan } = readSearchParams(schema, await searchParams)
  const bedragen = await findDwangsombedragen(zaaksysteem())
  return (
    <>
      <Breadcrumb items={[{ href: ZAAKTYPEN, text: zaaktypen.titel }]} current={texts.titel} />
      <Heading level={1}>{texts.titel}</Heading>
      <Paragraph soft>{texts.uitleg}</Paragraph>
      <StatusMessage text={gedaan && texts.gedaan} />
      <Table label={texts.titel} columns={COLUMNS} rows={bedragen} keyOf={({ vanaf }) => vanaf} />
      <Card title={texts.toevoegen} id="toevoegen" isNarrow>
        <Paragraph>{texts.toevoegenUitleg}</Paragraph>
        <VerrichtingForm
          verrichting={dwangsombedragVastleggen}
          errorTitle={texts.fout.titel}
          velden={[
            { soort: 'datum', ...labelled(texts, 'vanaf') },
            { soort: 'regel', ...labelled(texts, 'bron') },
            { soort: 'aantal', ...labelled(texts, 'eerste') },
            { soort: 'aantal', ...labelled(texts, 'tweede') },
            { soort: 'aantal', ...labelled(texts, 'derde') },
          ]}
          label={texts.knop}
          backHref={ZAAKTYPEN}
        />
      </Card>
    </>
  )
}
