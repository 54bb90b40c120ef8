import type { Metadata } from 'next'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { sleutels } from '#lib/ui/texts/sleutels.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { PUBLICATION_LEAD_MS } from '#lib/zaaksysteem/signing/rotate-sleutels.ts'
import { SLEUTELS } from '../paths.ts'
import { rotateAtOnceAction } from './rotate-at-once-action.ts'

const { direct } = sleutels

const MINUTE_MS = 60_000

export const metadata: Metadata = { title: direct.titel }

/** A page of its own, which lists what receivers will refuse, so that nobody does this by one wrong click. */
export default async function RotateAtOncePage() {
  await requireBeheerder()
  return (
    <>
      <Breadcrumb label={direct.kruimelpad} items={[{ href: SLEUTELS, text: sleutels.titel }]} current={direct.kort} />
      <Heading level={1}>{direct.titel}</Heading>
      <section className="zb-card staff-narrow staff-block">
        <Paragraph>{direct.uitleg}</Paragraph>
        <ul>
          {direct.gevolgen(PUBLICATION_LEAD_MS / MINUTE_MS).map((gevolg) => (
            <li key={gevolg}>{gevolg}</li>
          ))}
        </ul>
        <Paragraph>{direct.geenLek}</Paragraph>
        <form action={rotateAtOnceAction} className="staff-buttons">
          <SubmitButton busy={sleutels.wissel.bezig} className="staff-danger">
            {direct.knop}
          </SubmitButton>
          <Link href={SLEUTELS}>{direct.annuleren}</Link>
        </form>
      </section>
    </>
  )
}
