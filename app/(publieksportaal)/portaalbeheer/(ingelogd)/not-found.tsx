import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'

export default function NotFound() {
  return (
    <>
      <Heading level={1}>{portaalbeheer.nietGevonden}</Heading>
      <Paragraph>{portaalbeheer.nietGevondenUitleg}</Paragraph>
      <ButtonLink href="/portaalbeheer">{portaalbeheer.naarOverzicht}</ButtonLink>
    </>
  )
}
