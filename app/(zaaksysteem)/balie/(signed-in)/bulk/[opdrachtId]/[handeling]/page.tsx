import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { Entered } from '#lib/ui/form/form-state.ts'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { Bulkhandeling } from '#lib/zaaksysteem/bulk/bulkhandelingen.ts'
import { findOffered } from '#lib/zaaksysteem/bulk/find-offered.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { pageOf } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import { bulkPath } from '../../../paths.ts'
import { PATHS } from '../../../werkvoorraad-filter.ts'
import { choicesOf } from '../../../zaken/[zaakId]/to-editable-zaak.ts'
import { loadBulkopdracht } from '../../load-bulkopdracht.ts'
import { BulkForm } from './bulk-form.tsx'

type Props = { params: Promise<{ opdrachtId: string; handeling: string }> }

const texts = bulk.handeling

async function readParams({ params }: Props): Promise<{ opdrachtId: string; handeling: Bulkhandeling }> {
  const { opdrachtId, handeling } = await params
  if (!Object.hasOwn(texts.namen, handeling)) notFound()
  return { opdrachtId, handeling: handeling as Bulkhandeling }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: texts.namen[(await readParams(props)).handeling] }
}

/** The form for an act, filled in once for all chosen zaken. */
export default async function BulkHandelingPage(props: Props) {
  const { opdrachtId, handeling } = await readParams(props)
  const opdracht = await loadBulkopdracht(opdrachtId)
  if (opdracht.gestartOp) redirect(bulkPath(opdrachtId))
  const ctx = zaaksysteem()
  const offered = await findOffered(ctx, opdracht)
  const today = dateInAmsterdam(ctx.clock())
  const isPossible = offered.handelingen.includes(handeling)
  const filledIn = handeling === opdracht.handeling ? opdracht.invoer : null
  return (
    <>
      <Breadcrumb
        items={[
          { href: PATHS.open, text: balie.lijst.open.titel },
          { href: bulkPath(opdrachtId), text: bulk.titel },
        ]}
        current={texts.namen[handeling]}
      />
      <Heading level={1}>{texts.namen[handeling]}</Heading>
      <Paragraph soft>{bulk.keuze.aantal(opdracht.regels.length)}</Paragraph>
      <Card isNarrow>
        <Paragraph>{isPossible ? texts.uitlegPer[handeling] : texts.geen}</Paragraph>
        {isPossible && (
          <BulkForm
            opdrachtId={opdrachtId}
            handeling={handeling}
            filledIn={filledIn ? toEntered(filledIn) : {}}
            velden={handeling === 'status' ? [] : pageOf(handeling).velden({ ...offered, ...NO_BESLUITEN, today })}
            choices={choicesOf(offered.statustypen)}
          />
        )}
        <Paragraph>
          <Link href={bulkPath(opdrachtId)}>{opdracht.handeling ? texts.terug : texts.anders}</Link>
        </Paragraph>
      </Card>
    </>
  )
}

/** No bulk act concerns one besluit, document, or dwangsom. A zaak with an earlier besluit is refused. */
const NO_DOCUMENTEN = { informatieobjecttypen: [], documenten: [], losseBestanden: [] }
const NO_BESLUITEN = {
  besluittypen: [],
  besluiten: [],
  ontbrekend: [],
  isAfgehandeld: false,
  owed: null,
  ...NO_DOCUMENTEN,
}

const toEntered = (invoer: object): Entered =>
  Object.fromEntries(Object.entries(invoer).map(([name, value]) => [name, String(value)]))
