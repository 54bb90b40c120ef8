import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { findBronnen } from '#lib/publieksportaal/bron/find-bronnen.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import { Button, ButtonLink } from '#lib/ui/form/button.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { PORTAALBEHEER } from '../paths.ts'
import { retireBronAction } from './retire-bron-action.ts'

const { intrekken: texts } = portaalbeheer

export const metadata: Metadata = { title: texts.titel }

/** A page of its own, which says what citizens will notice, so that nobody does this by one wrong click. */
export default async function IntrekkenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireBeheerder()
  const { bron: wanted } = await searchParams
  const bronnen = await findBronnen(publieksportaal())
  const bron = bronnen.find(({ source, status }) => source === wanted && status === 'actief')
  if (!bron) notFound()
  return (
    <form action={retireBronAction} className="staff-narrow">
      <Heading level={1}>{texts.titel}</Heading>
      <Paragraph className="staff-breakable">{texts.vraag(bron.source)}</Paragraph>
      <ul>
        {texts.gevolgen.map((gevolg) => (
          <li key={gevolg}>{gevolg}</li>
        ))}
      </ul>
      <Paragraph>{texts.terug}</Paragraph>
      <input type="hidden" name="bron" value={bron.source} />
      <div className="staff-buttons">
        <Button className="staff-danger">{texts.knop}</Button>
        <ButtonLink appearance="subtle" href={PORTAALBEHEER}>
          {texts.annuleren}
        </ButtonLink>
      </div>
    </form>
  )
}
