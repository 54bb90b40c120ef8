import type { Metadata } from 'next'
import { countAfwijzingen } from '#lib/publieksportaal/afwijzing/count-afwijzingen.ts'
import { findAfwijzingen } from '#lib/publieksportaal/afwijzing/find-afwijzingen.ts'
import { findBronnen } from '#lib/publieksportaal/bron/find-bronnen.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { readAfwijzingFields, toAfwijzingFilter } from './afwijzing-filter.ts'
import { Afwijzingen } from './afwijzingen.tsx'
import { AfwijzingenPerReden } from './afwijzingen-per-reden.tsx'
import { Bronnen } from './bronnen.tsx'
import { Meldingen } from './meldingen.tsx'

export const metadata: Metadata = { title: { absolute: portaalbeheer.titel } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PortaalbeheerPage({ searchParams }: Props) {
  await requireBeheerder()
  const ctx = publieksportaal()
  const params = await searchParams
  const fields = readAfwijzingFields(params)
  const [bronnen, aantallen, afwijzingen] = await Promise.all([
    findBronnen(ctx),
    countAfwijzingen(ctx),
    findAfwijzingen(ctx, toAfwijzingFilter(fields)),
  ])
  const gedaan = typeof params.gedaan === 'string' && portaalbeheer.gedaan[params.gedaan]
  return (
    <div className="staff-stack">
      <div>
        <Heading level={1}>{portaalbeheer.titel}</Heading>
        <Paragraph soft>{portaalbeheer.uitleg}</Paragraph>
      </div>
      <Meldingen bronnen={bronnen} />
      {gedaan && (
        <Alert type="ok" role="status">
          <Paragraph>{gedaan}</Paragraph>
        </Alert>
      )}
      <Bronnen bronnen={bronnen} />
      <AfwijzingenPerReden aantallen={aantallen} />
      <Afwijzingen {...afwijzingen} fields={fields} />
    </div>
  )
}
