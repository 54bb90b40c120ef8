import type { Metadata } from 'next'
import { z } from 'zod'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { dagenOf } from './duur.ts'
import { zaaktypePath } from './paths.ts'

const { kolom } = texts
const COLUMNS = Object.values(kolom).map((name) => ({ name }))
const schema = z.object({ gedaan: optional(z.literal('gewijzigd')) })

export const metadata: Metadata = { title: texts.titel }

export default async function ZaaktypenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireBeheerder()
  const { gedaan } = readSearchParams(schema, await searchParams)
  const zaaktypen = await findZaaktypen(zaaksysteem())
  return (
    <>
      <Heading level={1}>{texts.titel}</Heading>
      <Paragraph soft>{texts.uitleg}</Paragraph>
      <StatusMessage text={gedaan && texts.gewijzigd} />
      <Table label={texts.titel} columns={COLUMNS}>
        {zaaktypen.map(({ identificatie, versie, omschrijving, team, doorlooptijd, servicenorm }) => (
          <Row key={identificatie}>
            <Cell>
              <Link href={zaaktypePath(identificatie)} prefetch={false}>
                {omschrijving.nl}
              </Link>
              <span className="staff-caption">{identificatie}</span>
            </Cell>
            <Cell heading={kolom.team}>{team}</Cell>
            <Cell heading={kolom.doorlooptijd}>{texts.dagen(dagenOf(doorlooptijd))}</Cell>
            <Cell heading={kolom.servicenorm}>{texts.dagen(dagenOf(servicenorm))}</Cell>
            <Cell heading={kolom.versie}>{versie}</Cell>
          </Row>
        ))}
      </Table>
    </>
  )
}
