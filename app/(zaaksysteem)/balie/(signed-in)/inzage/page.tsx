import type { Metadata } from 'next'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { betrokkene } from '#lib/ui/texts/balie/betrokkene.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { InzageForm } from './inzage-form.tsx'

const { inzage } = betrokkene

export const metadata: Metadata = { title: inzage.titel }

export default async function InzagePage() {
  await requireRecht('inzage_geven')
  return (
    <>
      <Heading level={1}>{inzage.titel}</Heading>
      <Paragraph soft>{inzage.uitleg}</Paragraph>
      <InzageForm />
    </>
  )
}
