import type { Metadata } from 'next'
import { optionsOf } from '#lib/ui/form/labels.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { betrokkene } from '#lib/ui/texts/balie/betrokkene.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { MOST_ZAKEN } from '#lib/zaaksysteem/zaak/betrokkene/find-zaken-of-bsn.ts'
import { BsnZoekForm } from './bsn-zoek-form.tsx'

const { zoeken } = betrokkene

export const metadata: Metadata = { title: zoeken.titel }

export default async function BsnZoekenPage() {
  await requireRecht('bsn_zoeken')
  return (
    <>
      <Heading level={1}>{zoeken.titel}</Heading>
      <Paragraph soft>{zoeken.uitleg}</Paragraph>
      <BsnZoekForm
        doelen={[{ value: '', label: zoeken.kiesDoel }, ...optionsOf(zoeken.doelen)]}
        hoogstens={MOST_ZAKEN}
      />
    </>
  )
}
