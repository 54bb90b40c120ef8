import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import { PATHS } from '../werkvoorraad-filter.ts'

export default function NotFound() {
  return (
    <>
      <Heading level={1}>{bezorgingen.geenToegang}</Heading>
      <Paragraph>{bezorgingen.geenToegangUitleg}</Paragraph>
      <ButtonLink href={PATHS.open}>{balie.zaak.naarWerkvoorraad}</ButtonLink>
    </>
  )
}
