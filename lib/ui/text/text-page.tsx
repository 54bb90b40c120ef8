import { platformEnv } from '#lib/platform/env.ts'
import { Heading, Paragraph } from './heading.tsx'
import { PhoneLink } from './link.tsx'

export type TextPageContent = {
  titel: string
  delen: { kop: string; tekst: string[] }[]
  /** around the phone number */
  bel: { kop: string; voor: string; na: string }
}

/** A page to read, with whom to call at the end. */
export function TextPage({ titel, delen, bel }: TextPageContent) {
  return (
    <article className="zb-text-page">
      <Heading level={1} className="zb-page-title">
        {titel}
      </Heading>
      {delen.map(({ kop, tekst }) => (
        <section key={kop}>
          <Heading level={2}>{kop}</Heading>
          {tekst.map((alinea) => (
            <Paragraph key={alinea}>{alinea}</Paragraph>
          ))}
        </section>
      ))}
      <section>
        <Heading level={2}>{bel.kop}</Heading>
        <Paragraph>
          {bel.voor} <PhoneLink nummer={platformEnv().GEMEENTE_TELEFOON} />
          {bel.na}
        </Paragraph>
      </section>
    </article>
  )
}
