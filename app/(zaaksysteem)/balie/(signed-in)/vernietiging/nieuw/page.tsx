import type { Metadata } from 'next'
import { z } from 'zod'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { ListFilter } from '#lib/ui/staff/list/list-filter.tsx'
import { ListPage } from '#lib/ui/staff/list/list-page.tsx'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { findTeVernietigen } from '#lib/zaaksysteem/zaak/bewaren/find-te-vernietigen.ts'
import { zaaktypeOptions } from '../../options.ts'
import { NIEUWE_LIJST, VERNIETIGING } from '../../paths.ts'
import { PressForm } from '../../verrichtingen/verrichting-form.tsx'
import { grondColumns } from '../grond-columns.tsx'
import { lijstVoorstellen } from '../lijst-verrichtingen.ts'

const { nieuw: texts } = vernietiging
const { zoeken } = texts
/** The lijst itself shows the rest, paginated. */
const MOST_SHOWN = 100

export const metadata: Metadata = { title: texts.titel }

const schema = z.object({
  zaaktype: optional(z.string().min(1).max(100)),
  gedaan: optional(z.literal('intussen')),
})

export default async function NieuweLijstPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireRecht('vernietigen')
  const ctx = zaaksysteem()
  const { zaaktype, gedaan } = readSearchParams(schema, await searchParams)
  const [gronden, zaaktypen] = await Promise.all([
    findTeVernietigen(ctx, { zaaktype, most: MOST_SHOWN + 1 }),
    findZaaktypen(ctx),
  ])
  return (
    <>
      <Breadcrumb items={[{ href: VERNIETIGING, text: vernietiging.titel }]} current={texts.titel} />
      <ListPage
        title={texts.titel}
        explanation={texts.uitleg}
        list={{
          columns: COLUMNS,
          rows: gronden.slice(0, MOST_SHOWN),
          keyOf: ({ zaakId }) => zaakId,
          empty: {
            title: texts.leeg,
            explanation: texts.leegUitleg,
            clear: zaaktype !== undefined && { href: NIEUWE_LIJST, text: zoeken.wis },
          },
        }}
        below={
          gronden.length > 0 && (
            <PressForm verrichting={lijstVoorstellen} fields={{ zaaktype: zaaktype ?? '' }} className="staff-block">
              {gronden.length > MOST_SHOWN && <Paragraph soft>{texts.eerste(MOST_SHOWN)}</Paragraph>}
              <Paragraph>{texts.daarna}</Paragraph>
              <SubmitButton busy={staff.bezig}>{texts.knop}</SubmitButton>
            </PressForm>
          )
        }
      >
        <StatusMessage text={gedaan && texts.intussen} />
        <ListFilter
          action={NIEUWE_LIJST}
          texts={zoeken}
          fields={{
            zaaktype: {
              soort: 'keuze',
              label: zoeken.zaaktype,
              alle: zoeken.alle,
              options: zaaktypeOptions(zaaktypen),
            },
          }}
          values={{ zaaktype }}
          clearHref={zaaktype !== undefined && gronden.length > 0 && NIEUWE_LIJST}
        />
      </ListPage>
    </>
  )
}

const COLUMNS = grondColumns(() => false)
