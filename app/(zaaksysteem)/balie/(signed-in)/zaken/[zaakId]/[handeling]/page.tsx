import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { documentVelden } from '#lib/zaaksysteem/zaak/handelingen/besluit/decide-zaak.ts'
import { HANDELINGEN, HANDELINGSPADEN, pageOf } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import { isPossible } from '#lib/zaaksysteem/zaak/handelingen/perform-handeling.ts'
import { veldenContext } from '#lib/zaaksysteem/zaak/handelingen/velden-context.ts'
import { zaakPath } from '../../../paths.ts'
import { loadZaak } from '../load-zaak.ts'
import { toEditableZaak } from '../to-editable-zaak.ts'
import { ZaakBreadcrumb } from '../zaak-breadcrumb.tsx'
import { HandelingForm } from './handeling-form.tsx'

type Props = { params: Promise<{ zaakId: string; handeling: string }>; searchParams: Promise<SearchParams> }

const schema = z.object({ terug: optional(z.string()) })

async function readParams({ params }: Pick<Props, 'params'>) {
  const { zaakId, handeling } = await params
  const pad = HANDELINGSPADEN.find((one) => one === handeling) ?? notFound()
  return { zaakId, pad }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { zaakId, pad } = await readParams(props)
  const { identificatie } = await loadZaak(zaakId, HANDELINGEN[pad].recht)
  return { title: `${pageOf(pad).titel} ${identificatie}` }
}

/** The page of an act; for an act that is impossible now, a message instead of the form. */
export default async function HandelingPage(props: Props) {
  const { zaakId, pad } = await readParams(props)
  const zaak = await loadZaak(zaakId, HANDELINGEN[pad].recht)
  const { terug } = readSearchParams(schema, await props.searchParams)
  const { clock, env } = zaaksysteem()
  const now = clock()
  const context = { zaak, today: dateInAmsterdam(now) }
  const { titel, groep, knop, uitleg, velden } = pageOf(pad)
  const canBeDone = isPossible(HANDELINGEN[pad], { ...context, zaaktype: zaak.zaaktype })
  const ofZaak = veldenContext(context)
  const { losseBestanden, wachtend, besmet } = zaak
  return (
    <>
      <ZaakBreadcrumb zaak={zaak} terug={terug} current={titel} />
      <Heading level={1}>{titel}</Heading>
      <Paragraph soft>
        <bdi>{zaak.omschrijving}</bdi> · <span className="zb-number">{zaak.identificatie}</span>
      </Paragraph>
      <HandelingForm
        key={zaak.id}
        zaak={toEditableZaak(zaak, now)}
        pad={pad}
        groep={groep}
        terug={terug}
        velden={canBeDone ? velden(ofZaak) : []}
        bijlage={
          pad === 'beslissen'
            ? {
                bestanden: losseBestanden.map(({ id }) => id),
                velden: documentVelden(ofZaak),
                maxMb: env.ZAAKSYSTEEM_BESTAND_MAX_MB,
                wachtend,
                besmet,
              }
            : undefined
        }
        buttonLabel={knop}
        now={now}
        uitleg={
          <>
            {canBeDone && uitleg(context).map((text) => <Paragraph key={text}>{text}</Paragraph>)}
            {!canBeDone && <Paragraph>{handelingen.nietMogelijk}</Paragraph>}
          </>
        }
      >
        <Paragraph>
          <Link href={zaakPath(zaak.id, { terug })}>{canBeDone ? handelingen.annuleren : handelingen.terug}</Link>
        </Paragraph>
      </HandelingForm>
    </>
  )
}
