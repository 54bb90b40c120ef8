import type { Metadata } from 'next'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { EmptyList } from '#lib/ui/staff/empty-list.tsx'
import { Pagination } from '#lib/ui/staff/pagination.tsx'
import { isFiltered, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import { bladerenInTijd } from '#lib/ui/texts/bladeren.ts'
import { findAbonnementOverzicht } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-overzicht.ts'
import { findBezorgingen } from '#lib/zaaksysteem/balie/bezorgingen/find-bezorgingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { abonnementName } from '../abonnementen/abonnement-name.ts'
import { BEZORGINGEN } from '../paths.ts'
import { bezorgingenHref, readBezorgingFields, toBezorgingFilter } from './bezorging-filter.ts'
import { BezorgingFilterForm } from './bezorging-filter-form.tsx'
import { BezorgingTable } from './bezorging-table.tsx'

export const metadata: Metadata = { title: bezorgingen.titel }

type Props = { searchParams: Promise<SearchParams> }

export default async function BezorgingenPage({ searchParams }: Props) {
  await requireBeheerder()
  const ctx = zaaksysteem()
  const fields = readBezorgingFields(await searchParams)
  const filtered = isFiltered(fields)
  const [{ regels, volgende, vorige }, abonnementen] = await Promise.all([
    findBezorgingen(ctx, toBezorgingFilter(fields)),
    findAbonnementOverzicht(ctx),
  ])
  return (
    <>
      <Heading level={1}>{bezorgingen.titel}</Heading>
      <Paragraph soft>{bezorgingen.uitleg}</Paragraph>
      <BezorgingFilterForm
        fields={fields}
        abonnementen={abonnementen.map((abonnement) => ({ value: abonnement.id, label: abonnementName(abonnement) }))}
        canClear={filtered && regels.length > 0}
      />
      {regels.length > 0 ? (
        <BezorgingTable label={bezorgingen.titel} regels={regels} withAbonnement />
      ) : (
        <EmptyList title={bezorgingen.leeg} explanation={filtered ? bezorgingen.leegGefilterd : bezorgingen.leegUitleg}>
          {filtered && (
            <ButtonLink appearance="secondary" href={BEZORGINGEN}>
              {bezorgingen.zoeken.wis}
            </ButtonLink>
          )}
        </EmptyList>
      )}
      <Pagination
        texts={bladerenInTijd}
        page={{ vorige, volgende }}
        hrefAt={(cursor) => bezorgingenHref({ ...fields, cursor })}
      />
    </>
  )
}
