import { ButtonLink } from '../form/button.tsx'
import { Heading, Paragraph } from '../text/heading.tsx'

/** Stands in the place of a page that does not exist, or not for whoever asks; the link leads on. */
export function NotFoundMessage({
  title,
  explanation,
  href,
  label,
}: {
  title: string
  explanation: string
  href: string
  label: string
}) {
  return (
    <>
      <Heading level={1}>{title}</Heading>
      <Paragraph>{explanation}</Paragraph>
      <ButtonLink href={href}>{label}</ButtonLink>
    </>
  )
}
