import { ButtonLink } from '../form/button.tsx'
import { Heading, Paragraph } from '../text/heading.tsx'

/** Replaces a page that does not exist, or that this person may not see. */
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
