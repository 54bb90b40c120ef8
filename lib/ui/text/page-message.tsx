import type { ReactNode } from 'react'
import { Heading, Paragraph } from './heading.tsx'
import { PhoneLink } from './link.tsx'

/** A whole page that says one thing: what is the matter, what to do now, and whom to call. */
export function PageMessage({
  titel,
  uitleg,
  bel,
  telefoon,
  children,
}: {
  titel: string
  uitleg: string
  /** around the phone number */
  bel: { voor: string; na: string }
  telefoon: string
  /** the next step */
  children: ReactNode
}) {
  return (
    <>
      <Heading level={1} className="zb-page-title">
        {titel}
      </Heading>
      <Paragraph>{uitleg}</Paragraph>
      <div className="zb-buttons">{children}</div>
      <Paragraph className="zb-page-message__bel">
        {bel.voor} <PhoneLink nummer={telefoon} />
        {bel.na}
      </Paragraph>
    </>
  )
}
