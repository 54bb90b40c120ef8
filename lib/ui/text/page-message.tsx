import type { ReactNode } from 'react'
import { PageTitle, Paragraph } from './heading.tsx'

/** A whole page with one message: the problem, the next step, and the number to call. */
export function PageMessage({
  title,
  explanation,
  call,
  phone,
  children,
}: {
  title: string
  explanation: string
  /** the texts before and after the phone number */
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

/** A link that shows the number as people write it and dials its digits. */
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
