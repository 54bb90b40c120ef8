import { platformEnv } from '#lib/platform/env.ts'
import { Heading, PageTitle, Paragraph } from './heading.tsx'
import { PlainLink } from './link.tsx'
import { PhoneLink } from './page-message.tsx'

export type TextPageContent = {
  title: string
  sections: { heading: string; paragraphs: string[]; link?: { href: string; text: string } }[]
  /** the texts before and after the phone number */
  call: { heading: string; before: string; after: string }
}

/** A page of text that ends with the number to call. */
export function TextPage({ title, sections, call }: TextPageContent) {
  return (
    <article className="zb-text-page">
      <PageTitle>{title}</PageTitle>
      {sections.map(({ heading, paragraphs, link }) => (
        <section key={heading}>
          <Heading level={2}>{heading}</Heading>
          {paragraphs.map((paragraph) => (
            <Paragraph key={paragraph}>{paragraph}</Paragraph>
          ))}
          {link && (
            <Paragraph>
              <PlainLink href={link.href}>{link.text}</PlainLink>
            </Paragraph>
          )}
        </section>
      ))}
      <section>
        <Heading level={2}>{call.heading}</Heading>
        <Paragraph>
          {call.before} <PhoneLink number={platformEnv().GEMEENTE_TELEFOON} />
          {call.after}
        </Paragraph>
      </section>
    </article>
  )
}
