import type { Metadata } from 'next'
import { optionsOf } from '#lib/ui/form/labels.ts'
import { ListFilter } from '#lib/ui/staff/list/list-filter.tsx'
import { ListPage } from '#lib/ui/staff/list/list-page.tsx'
import { hrefWith, isFiltered, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { audittrail } from '#lib/ui/texts/balie/audittrail.ts'
import { bladerenInTijd } from '#lib/ui/texts/staff.ts'
import { findActors, findAuditregels } from '#lib/zaaksysteem/audit/find-auditregels.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { DownloadLinks } from '../download-links.tsx'
import { withChosen } from '../options.ts'
import { AUDIT, AUDIT_BESTAND } from '../paths.ts'
import { AUDIT_COLUMNS } from './audit-columns.tsx'
import { AUDITNAAM_LABELS, type AuditFields, auditFields, toAuditregelFilter } from './audit-filter.ts'

export const metadata: Metadata = { title: audittrail.titel }

const { zoeken } = audittrail
const AUDITNAAM_OPTIONS = optionsOf(AUDITNAAM_LABELS)

type Props = { searchParams: Promise<SearchParams> }

export default async function AuditPage({ searchParams }: Props) {
  await requireBeheerder()
  const ctx = zaaksysteem()
  const { cursor, ...fields } = readSearchParams(auditFields, await searchParams)
  const filter = await toAuditregelFilter(ctx, fields)
  const [{ regels, volgende, vorige }, actors] = await Promise.all([
    findAuditregels(ctx, { ...filter, cursor }),
    findActors(ctx),
  ])
  const filtered = isFiltered(fields)
  return (
    <ListPage
      title={audittrail.titel}
      explanation={audittrail.uitleg}
      list={{
        columns: AUDIT_COLUMNS,
        rows: regels,
        keyOf: ({ id }) => id,
        empty: {
          title: audittrail.leeg,
          explanation: audittrail.leegUitleg,
          clear: filtered && { href: AUDIT, text: zoeken.wis },
        },
        pages: {
          texts: bladerenInTijd,
          vorige,
          volgende,
          hrefAt: (to) => hrefWith(AUDIT, { ...fields, cursor: to }),
        },
      }}
      below={regels.length > 0 && <Downloads fields={fields} />}
    >
      <ListFilter
        action={AUDIT}
        texts={zoeken}
        fields={{
          wie: {
            soort: 'keuze',
            label: zoeken.wie,
            alle: zoeken.iedereen,
            options: withChosen(
              actors.map(({ actor, naam }) => ({ value: actor, label: naam })),
              fields.wie ? [fields.wie] : [],
            ),
          },
          mensen: {
            soort: 'keuze',
            label: zoeken.mensen,
            alle: zoeken.mensenEnSystemen,
            options: optionsOf({ alleen: zoeken.alleenMensen }),
          },
          wat: { soort: 'keuze', label: zoeken.wat, alle: zoeken.alles, options: AUDITNAAM_OPTIONS },
          zaak: { soort: 'zoek', label: zoeken.zaak, maxLength: 40 },
          van: { soort: 'moment', label: zoeken.van },
          tot: { soort: 'moment', label: zoeken.tot },
        }}
        values={fields}
        clearHref={filtered && regels.length > 0 && AUDIT}
      />
      {fields.zaak && <Paragraph soft>{zoeken.zaakUitleg}</Paragraph>}
      {fields.samen && <Paragraph soft>{zoeken.samenUitleg}</Paragraph>}
    </ListPage>
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
