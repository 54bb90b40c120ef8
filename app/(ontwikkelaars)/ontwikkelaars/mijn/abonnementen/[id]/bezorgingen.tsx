import { z } from 'zod'
import { optionsOf } from '#lib/ui/form/form-field.tsx'
import { ListFilter } from '#lib/ui/staff/list/list-filter.tsx'
import { ListTable } from '#lib/ui/staff/list/list-page.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { hrefWith, optional, optionalCursor, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { type BezorgingRegel, findBezorgingen } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorgingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { BezorgingStatus } from '#lib/zaaksysteem/generated/enums.ts'
import { foutUitleg } from '../../../../../(zaaksysteem)/abonnementen/fout-uitleg.ts'
import { BEZORGING_TONES } from '../../../../../(zaaksysteem)/abonnementen/tones.ts'
import { mijnAbonnementPath, mijnBezorgingPath } from '../../../paths.ts'

const fields = z.object({ status: optional(z.enum(BezorgingStatus)), cursor: optionalCursor })

/** The bezorgingen to a client's abonnement, with their outcome. */
export async function Bezorgingen({
  client,
  abonnementId,
  searchParams,
  taal,
}: {
  client: string
  abonnementId: string
  searchParams: SearchParams
  taal: Taal
}) {
  const t = mijn[taal]
  const chosen = readSearchParams(fields, searchParams)
  const { regels, volgende, vorige } = await findBezorgingen(zaaksysteem(), { ...chosen, abonnementId, client })
  const path = mijnAbonnementPath(abonnementId)
  return (
    <section>
      <Heading level={2}>{t.bezorgingen}</Heading>
      <ListFilter
        action={path}
        texts={t.filter}
        fields={{
          status: {
            soort: 'keuze',
            label: t.filter.status,
            alle: t.filter.alle,
            options: optionsOf(t.bezorging.status),
          },
        }}
        values={{ status: chosen.status }}
        clearHref={chosen.status !== undefined && path}
      />
      <ListTable
        label={t.bezorgingen}
        columns={columns(taal)}
        rows={regels}
        keyOf={({ id }) => id}
        empty={{
          title: chosen.status ? t.geenZulke : t.geenBezorgingen,
          explanation: chosen.status ? t.geenZulkeUitleg : t.geenBezorgingenUitleg,
          level: 3,
        }}
        pages={{ texts: t.bladeren, vorige, volgende, hrefAt: (cursor) => hrefWith(path, { ...chosen, cursor }) }}
      />
    </section>
  )
}

function columns(taal: Taal): Column<BezorgingRegel>[] {
  const { bezorging, bezorgingKolom: kolom, aantalPogingen } = mijn[taal]
  return [
    {
      name: kolom.bericht,
      cell: ({ id, sequence, type }) => (
        <>
          <Link href={mijnBezorgingPath(id)} className="staff-row-link">
            {bezorging.titel(sequence)}
          </Link>
          <span className="staff-caption staff-breakable">{type}</span>
        </>
      ),
    },
    {
      name: kolom.status,
      cell: ({ status, pogingen, laatsteFoutsoort, laatsteHttpStatus }) => (
        <>
          <Badge tone={BEZORGING_TONES[status]}>{bezorging.status[status]}</Badge>
          {pogingen > 0 && (status !== 'bezorgd' || pogingen > 1) && (
            <span className="staff-caption">
              {aantalPogingen(pogingen)}
              {laatsteFoutsoort && `, ${laatsteHttpStatus ?? foutUitleg(laatsteFoutsoort, null, taal).kort}`}
            </span>
          )}
        </>
      ),
    },
    { name: kolom.wanneer, cell: ({ aangemaaktOp }) => <Moment instant={aangemaaktOp} taal={taal} /> },
  ]
}
