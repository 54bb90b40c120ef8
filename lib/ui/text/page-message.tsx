import type { ReactNode } from 'react'
import { PageTitle, Paragraph } from './heading.tsx'

/** A whole page that says one thing: what is the matter, what to do now, and whom to call. */
export function PageMessage({
  title,
  explanation,
  call,
  phone,
  children,
}: {
  title: string
  explanation: string
  /** around the phone number */
  call: { before: string; after: string }
  phone: string
  /** the next step */
  children: ReactNode
}) {
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <Paragraph>{explanation}</Paragraph>
      <div className="zb-buttons">{children}</div>
      <Paragraph className="zb-page-message__call">
        {call.before} <PhoneLink number={phone} />
        {call.after}
      </Paragraph>
    </>
  )
}

/** The number as people write it; the link dials its digits. */
export function PhoneLink({ number }: { number: string }) {
  return (
    <a
      className="utrecht-link utrecht-link--html-a utrecht-link--telephone zb-figure"
      href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}
    >
      {number}
    </a>
  )
}
