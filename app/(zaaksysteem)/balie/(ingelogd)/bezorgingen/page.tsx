import type { Metadata } from 'next'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import { findAbonnementOverzicht } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-overzicht.ts'
import { findBezorgingen } from '#lib/zaaksysteem/balie/bezorgingen/find-bezorgingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { abonnementName } from '../abonnementen/abonnement-name.ts'
import { BEZORGINGEN } from '../paths.ts'
import { bezorgingenHref, isFiltered, readBezorgingFields, toBezorgingFilter } from './bezorging-filter.ts'
import { BezorgingFilterForm } from './bezorging-filter-form.tsx'
import { BezorgingTable } from './bezorging-table.tsx'

export const metadata: Metadata = { title: bezorgingen.titel }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

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
        <section className="zb-card">
          <Heading level={2}>{bezorgingen.leeg}</Heading>
          <Paragraph>{filtered ? bezorgingen.leegGefilterd : bezorgingen.leegUitleg}</Paragraph>
          {filtered && (
            <ButtonLink appearance="secondary" href={BEZORGINGEN}>
              {bezorgingen.zoeken.wis}
            </ButtonLink>
          )}
        </section>
      )}
      {(vorige || volgende) && (
        <nav aria-label={bezorgingen.bladeren.menu} className="staff-pagination">
          {vorige && (
            <ButtonLink appearance="secondary" href={bezorgingenHref({ ...fields, cursor: vorige })}>
              ‹ {bezorgingen.bladeren.nieuwer}
            </ButtonLink>
          )}
          {volgende && (
            <ButtonLink appearance="secondary" href={bezorgingenHref({ ...fields, cursor: volgende })}>
              {bezorgingen.bladeren.ouder} ›
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  )
}
