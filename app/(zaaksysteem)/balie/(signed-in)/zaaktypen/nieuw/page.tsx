import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { labelled, type Veld, withAll } from '#lib/ui/form/labels.ts'
import { Select } from '#lib/ui/form/select.tsx'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { FilterForm } from '#lib/ui/staff/list/filter-form.tsx'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { zaaktypeOptions } from '../../options.ts'
import { NIEUW_ZAAKTYPE, ZAAKTYPEN } from '../../paths.ts'
import { zaaktypeStappen } from '../[identificatie]/zaaktype-form.ts'
import { teamOptions } from '../team-options.ts'
import { findExample } from './example.ts'
import { StappenForm } from './stappen-form.tsx'

const schema = z.object({ voorbeeld: optional(z.string().max(40)) })

export const metadata: Metadata = { title: texts.nieuw }

export default async function NieuwZaaktypePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireBeheerder()
  const { voorbeeld = '' } = readSearchParams(schema, await searchParams)
  const options = withAll(texts.leegVoorbeeld, zaaktypeOptions(await findZaaktypen(zaaksysteem())))
  const example = (await findExample(voorbeeld)) ?? notFound()
  const code: Veld = { soort: 'regel', ...labelled(texts, 'zaaktypecode'), name: 'identificatie' }
  const stappen = zaaktypeStappen(example.gegevens, await teamOptions())
  return (
    <>
      <Breadcrumb items={[{ href: ZAAKTYPEN, text: texts.titel }]} current={texts.nieuw} />
      <Heading level={1}>{texts.nieuw}</Heading>
      <Paragraph soft>{texts.nieuwUitleg}</Paragraph>
      <FilterForm action={NIEUW_ZAAKTYPE} values={{ voorbeeld }} label={texts.voorbeeld} submitLabel={texts.overnemen}>
        <Select name="voorbeeld" label={texts.voorbeeld} options={options} defaultValue={voorbeeld} />
      </FilterForm>
      <Paragraph soft>{texts.variabelen}</Paragraph>
      <Card isNarrow>
        <StappenForm
          key={voorbeeld}
          fields={{ voorbeeld, versie: example.versie }}
          stappen={stappen.map((stap, index) => (index === 0 ? { ...stap, velden: [code, ...stap.velden] } : stap))}
          label={texts.toevoegen}
          busy={texts.bezig}
          backHref={ZAAKTYPEN}
        />
      </Card>
    </>
  )
}
