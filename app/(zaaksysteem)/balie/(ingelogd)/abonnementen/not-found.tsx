import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { PATHS } from '../werkvoorraad-filter.ts'

export default function NotFound() {
  return (
    <>
      <Heading level={1}>{abonnementen.geenToegang}</Heading>
      <Paragraph>{abonnementen.geenToegangUitleg}</Paragraph>
      <ButtonLink href={PATHS.open}>{balie.zaak.naarWerkvoorraad}</ButtonLink>
    </>
  )
}
