import type { Metadata } from 'next'
import { findAfwijkendeKlokken } from '#lib/platform/postgres/database-clock.ts'
import { optionsOf } from '#lib/ui/form/labels.ts'
import { AfwijkendeKlokken } from '#lib/ui/staff/afwijkende-klokken.tsx'
import { ListFilter } from '#lib/ui/staff/list/list-filter.tsx'
import { ListPage } from '#lib/ui/staff/list/list-page.tsx'
import { isFiltered, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { bezorgingen } from '#lib/ui/texts/balie/bezorgingen.ts'
import { bladerenInTijd } from '#lib/ui/texts/staff.ts'
import { countScans } from '#lib/zaaksysteem/bestand/scan/count-scans.ts'
import { findAbonnementKeuzes } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnementen.ts'
import { findBezorgingen } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorgingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { abonnementName } from '../../../abonnementen/abonnement-columns.tsx'
import { ABONNEMENT_TYPE_OPTIONS } from '../../../abonnementen/type-options.ts'
import { BEZORGINGEN } from '../paths.ts'
import { bezorgingenHref, bezorgingFields, toBezorgingFilter } from './bezorging-filter.ts'
import { deskColumns } from './desk-columns.tsx'

export const metadata: Metadata = { title: bezorgingen.titel }

const { zoeken } = bezorgingen
const COLUMNS = deskColumns(true)
const STATUS_OPTIONS = optionsOf(bezorgingen.status)

type Props = { searchParams: Promise<SearchParams> }

export default async function BezorgingenPage({ searchParams }: Props) {
  await requireBeheerder()
  const ctx = zaaksysteem()
  const fields = readSearchParams(bezorgingFields, await searchParams)
  const filtered = isFiltered(fields)
  const [{ regels, volgende, vorige }, abonnementen, klokken, { wachtend, besmet }] = await Promise.all([
    findBezorgingen(ctx, toBezorgingFilter(fields)),
    findAbonnementKeuzes(ctx),
    findAfwijkendeKlokken(ctx),
    countScans(ctx),
  ])
  return (
    <ListPage
      title={bezorgingen.titel}
      explanation={bezorgingen.uitleg}
      list={{
        columns: COLUMNS,
        rows: regels,
        keyOf: ({ id }) => id,
        empty: {
          title: bezorgingen.leeg,
          explanation: filtered ? bezorgingen.leegGefilterd : bezorgingen.leegUitleg,
          clear: filtered && { href: BEZORGINGEN, text: zoeken.wis },
        },
        pages: { texts: bladerenInTijd, vorige, volgende, hrefAt: (cursor) => bezorgingenHref({ ...fields, cursor }) },
      }}
    >
      <AfwijkendeKlokken klokken={klokken} gevolgen={bezorgingen.klokken} />
      {wachtend + besmet > 0 && (
        <Alert type={besmet > 0 ? 'warning' : 'info'}>{bezorgingen.virusscan(wachtend, besmet)}</Alert>
      )}
      <ListFilter
        action={BEZORGINGEN}
        texts={zoeken}
        fields={{
          zoek: { soort: 'zoek', label: zoeken.zoek, maxLength: 100 },
          abonnement: {
            soort: 'keuze',
            label: zoeken.abonnement,
            alle: zoeken.alleAbonnementen,
            options: abonnementen.map((abonnement) => ({ value: abonnement.id, label: abonnementName(abonnement) })),
          },
          status: { soort: 'keuze', label: zoeken.status, alle: zoeken.alleStatussen, options: STATUS_OPTIONS },
          type: { soort: 'keuze', label: zoeken.soort, alle: zoeken.alleSoorten, options: ABONNEMENT_TYPE_OPTIONS },
          van: { soort: 'moment', label: zoeken.van },
          tot: { soort: 'moment', label: zoeken.tot },
        }}
        values={fields}
        clearHref={filtered && regels.length > 0 && BEZORGINGEN}
      />
    </ListPage>
  )
}
