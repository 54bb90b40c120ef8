import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { zaakPath } from '../../../paths.ts'
import { readTerug } from '../../../werkvoorraad-filter.ts'
import { loadZaak } from '../load-zaak.ts'
import { toEditableZaak } from '../to-editable-zaak.ts'
import { HandelingForm } from './handeling-form.tsx'
import { HANDELINGEN, type Handelingspad, type Handelingspagina, veldenContext } from './handelingen.ts'

type Props = { params: Promise<{ zaakId: string; handeling: string }>; searchParams: Promise<SearchParams> }

const schema = z.object({ terug: optional(z.string()) })

async function readParams({ params }: Pick<Props, 'params'>) {
  const { zaakId, handeling } = await params
  if (!Object.hasOwn(HANDELINGEN, handeling)) notFound()
  return { zaakId, pad: handeling as Handelingspad }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { zaakId, pad } = await readParams(props)
  const { identificatie } = await loadZaak(zaakId, 'behandelen')
  return { title: `${handelingen[pad].titel} ${identificatie}` }
}

/** An act on a zaak. One that is not possible now says so in the form's place. */
export default async function HandelingPage(props: Props) {
  const { zaakId, pad } = await readParams(props)
  const zaak = await loadZaak(zaakId, 'behandelen')
  const { terug } = readSearchParams(schema, await props.searchParams)
  const lijst = readTerug(terug)
  const now = zaaksysteem().clock()
  const context = { zaak, today: dateInAmsterdam(now) }
  const act: Handelingspagina = HANDELINGEN[pad]
  const { titel, knop } = handelingen[pad]
  const isPossible = act.isPossible(context)
  return (
    <>
      <Breadcrumb
        items={[
          { href: lijst.href, text: balie.lijst[lijst.list].titel },
          { href: zaakPath(zaak.id, { terug }), text: zaak.identificatie },
        ]}
        current={titel}
      />
      <Heading level={1}>{titel}</Heading>
      <Paragraph soft>
        {zaak.omschrijving} · <span className="zb-number">{zaak.identificatie}</span>
      </Paragraph>
      <Card isNarrow>
        {isPossible && act.uitleg(context).map((text) => <Paragraph key={text}>{text}</Paragraph>)}
        {!isPossible && <Paragraph>{handelingen.nietMogelijk}</Paragraph>}
        <HandelingForm
          key={zaak.id}
          zaak={toEditableZaak(zaak, now)}
          pad={pad}
          terug={terug}
          velden={isPossible ? act.velden(veldenContext(context)) : []}
          buttonLabel={knop}
        />
        <Paragraph>
          <Link href={zaakPath(zaak.id, { terug })}>{isPossible ? handelingen.annuleren : handelingen.terug}</Link>
        </Paragraph>
      </Card>
    </>
  )
}
