import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { behandelaars } from '#lib/ui/texts/behandelaars.ts'
import { findBehandelaar } from '#lib/zaaksysteem/balie/behandelaars/find-behandelaars.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { BEHANDELAARS } from '../../paths.ts'
import { endSessiesAction } from './end-sessies-action.ts'

const { beeindigen } = behandelaars

type Props = { params: Promise<{ id: string }> }

/** Cached, because the metadata need it too. */
const load = cache(async (id: string) => {
  const { id: ownId } = await requireBeheerder()
  const behandelaar = z.uuid().safeParse(id).success && (await findBehandelaar(zaaksysteem(), id))
  if (!behandelaar) notFound()
  return { ...behandelaar, isSelf: id === ownId }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: beeindigen.titel((await load((await params).id)).naam) }
}

/** A page of its own, which lists what happens, so that nobody is thrown out by one wrong click. */
export default async function BeeindigSessiesPage({ params }: Props) {
  const { id, naam, sessies, isSelf } = await load((await params).id)
  return (
    <>
      <Breadcrumb
        label={beeindigen.kruimelpad}
        items={[{ href: BEHANDELAARS, text: behandelaars.titel }]}
        current={beeindigen.kort}
      />
      <Heading level={1}>{beeindigen.titel(naam)}</Heading>
      <section className="zb-card staff-narrow staff-block">
        <Paragraph>{beeindigen.uitleg}</Paragraph>
        <ul>
          <li>{beeindigen.sessies(sessies)}</li>
          <li>{beeindigen.nietOpgeslagen}</li>
          <li>{isSelf ? beeindigen.uzelf : beeindigen.opnieuw}</li>
        </ul>
        <form action={endSessiesAction} className="staff-buttons">
          <input type="hidden" name="behandelaarId" value={id} />
          <SubmitButton busy={beeindigen.bezig} className="staff-danger">
            {beeindigen.knop}
          </SubmitButton>
          <Link href={BEHANDELAARS}>{beeindigen.annuleren}</Link>
        </form>
      </section>
    </>
  )
}
