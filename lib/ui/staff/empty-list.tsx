import type { ReactNode } from 'react'
import { Heading, Paragraph } from '../text/heading.tsx'

/** What stands where a list has nothing to show. @param children the next step, where there is one */
export function EmptyList({
  title,
  level = 2,
  explanation,
  children,
}: {
  title: string
  level?: 2 | 3
  explanation: string
  children?: ReactNode
}) {
  return (
    <div className="zb-card">
      <Heading level={level}>{title}</Heading>
      <Paragraph>{explanation}</Paragraph>
      {children}
    </div>
  )
}
