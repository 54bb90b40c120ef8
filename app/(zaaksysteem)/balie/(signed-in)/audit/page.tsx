import type { Metadata } from 'next'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { EmptyList } from '#lib/ui/staff/empty-list.tsx'
import { Pagination } from '#lib/ui/staff/pagination.tsx'
import { hrefWith, isFiltered, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { audittrail } from '#lib/ui/texts/balie/audittrail.ts'
import { bladerenInTijd } from '#lib/ui/texts/bladeren.ts'
import { findActors } from '#lib/zaaksysteem/audit/find-actors.ts'
import { findHandelingen } from '#lib/zaaksysteem/audit/find-handelingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { DownloadLinks } from '../download-links.tsx'
import { type AuditFields, readAuditFields, toHandelingFilter } from './audit-filter.ts'
import { AuditFilterForm } from './audit-filter-form.tsx'
import { AuditTable } from './audit-table.tsx'
import { AUDIT, AUDIT_BESTAND } from './paths.ts'

export const metadata: Metadata = { title: audittrail.titel }

type Props = { searchParams: Promise<SearchParams> }

export default async function AuditPage({ searchParams }: Props) {
  await requireBeheerder()
  const ctx = zaaksysteem()
  const { cursor, ...fields } = readAuditFields(await searchParams)
  const filter = await toHandelingFilter(ctx, fields)
  const [{ regels, volgende, vorige }, actors] = await Promise.all([
    findHandelingen(ctx, { ...filter, cursor }),
    findActors(ctx),
  ])
  const filtered = isFiltered(fields)
  return (
    <>
      <Heading level={1}>{audittrail.titel}</Heading>
      <Paragraph soft>{audittrail.uitleg}</Paragraph>
      <AuditFilterForm
        fields={fields}
        actors={actors.map(({ actor, naam }) => ({ value: actor, label: naam }))}
        canClear={filtered && regels.length > 0}
      />
      {fields.zaak && <Paragraph soft>{audittrail.zoeken.zaakUitleg}</Paragraph>}
      {regels.length > 0 ? (
        <AuditTable regels={regels} />
      ) : (
        <EmptyList title={audittrail.leeg} explanation={audittrail.leegUitleg}>
          {filtered && (
            <ButtonLink appearance="secondary" href={AUDIT}>
              {audittrail.zoeken.wis}
            </ButtonLink>
          )}
        </EmptyList>
      )}
      <Pagination
        texts={bladerenInTijd}
        page={{ vorige, volgende }}
        hrefAt={(to) => hrefWith(AUDIT, { ...fields, cursor: to })}
      />
      {regels.length > 0 && <Downloads fields={fields} />}
    </>
  )
}

function Downloads({ fields }: { fields: AuditFields }) {
  const { bewaar } = audittrail
  return (
    <section className="balie-audit__file">
      <Heading level={2}>{bewaar.titel}</Heading>
      <Paragraph soft>{bewaar.uitleg}</Paragraph>
      <DownloadLinks path={AUDIT_BESTAND} fields={fields} texts={bewaar} />
    </section>
  )
}
