import type { Metadata } from 'next'
import { z } from 'zod'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { ListPage } from '#lib/ui/staff/list/list-page.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { NIEUW_ZAAKTYPE, zaaktypePath } from '../paths.ts'
import { partsOf } from './duur.ts'

const { kolom } = texts
const COLUMNS: Column<Zaaktype>[] = [
  {
    name: kolom.zaaktype,
    cell: ({ identificatie, omschrijving }) => (
      <>
        <Link href={zaaktypePath(identificatie)}>{omschrijving.nl}</Link>
        <span className="staff-caption">{identificatie}</span>
      </>
    ),
  },
  { name: kolom.team, cell: ({ team }) => team },
  {
    name: kolom.doorlooptijd,
    cell: ({ doorlooptijd: { duur, grondslag } }) => (
      <>
        {texts.duur(partsOf(duur))}
        <span className="staff-caption">{grondslag}</span>
      </>
    ),
  },
  { name: kolom.servicenorm, cell: ({ servicenorm }) => texts.duur(partsOf(servicenorm)) },
  { name: kolom.versie, cell: ({ versie }) => versie },
]
const schema = z.object({ gedaan: optional(z.enum(['gewijzigd', 'toegevoegd'])) })

export const metadata: Metadata = { title: texts.titel }

export default async function ZaaktypenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireBeheerder()
  const { gedaan } = readSearchParams(schema, await searchParams)
  const zaaktypen = await findZaaktypen(zaaksysteem())
  return (
    <ListPage
      title={texts.titel}
      explanation={texts.uitleg}
      action={<ButtonLink href={NIEUW_ZAAKTYPE}>{texts.nieuw}</ButtonLink>}
      list={{
        label: texts.titel,
        columns: COLUMNS,
        rows: zaaktypen,
        keyOf: ({ identificatie }) => identificatie,
      }}
    >
      <StatusMessage text={gedaan && texts[gedaan]} />
    </ListPage>
  )
}
