import type { Metadata } from 'next'
import { countAfwijzingen } from '#lib/publieksportaal/afwijzing/count-afwijzingen.ts'
import { findAfwijzingen } from '#lib/publieksportaal/afwijzing/find-afwijzingen.ts'
import { findBronnen } from '#lib/publieksportaal/bron/find-bronnen.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findWaiting } from '#lib/publieksportaal/inzending/find-waiting.ts'
import { requireBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { readAfwijzingFields, toAfwijzingFilter } from './afwijzing-filter.ts'
import { Afwijzingen } from './afwijzingen.tsx'
import { AfwijzingenPerReden } from './afwijzingen-per-reden.tsx'
import { Bronnen } from './bronnen.tsx'
import { Meldingen } from './meldingen.tsx'
import { WachtendeInzendingen } from './wachtende-inzendingen.tsx'

export const metadata: Metadata = { title: { absolute: portaalbeheer.titel } }

type Props = { searchParams: Promise<SearchParams> }

export default async function PortaalbeheerPage({ searchParams }: Props) {
  await requireBeheerder()
  const ctx = publieksportaal()
  const params = await searchParams
  const fields = readAfwijzingFields(params)
  const [bronnen, aantallen, afwijzingen, waiting] = await Promise.all([
    findBronnen(ctx),
    countAfwijzingen(ctx),
    findAfwijzingen(ctx, toAfwijzingFilter(fields)),
    findWaiting(ctx),
  ])
  const done = new Map(Object.entries(portaalbeheer.gedaan)).get(String(params.gedaan))
  return (
    <div className="staff-stack">
      <div>
        <Heading level={1}>{portaalbeheer.titel}</Heading>
        <Paragraph soft>{portaalbeheer.uitleg}</Paragraph>
      </div>
      <Meldingen bronnen={bronnen} />
      <WachtendeInzendingen {...waiting} />
      <StatusMessage text={done} />
      <Bronnen bronnen={bronnen} />
      <AfwijzingenPerReden aantallen={aantallen} />
      <Afwijzingen {...afwijzingen} fields={fields} />
    </div>
  )
}
