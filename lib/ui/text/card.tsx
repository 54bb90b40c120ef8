import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Heading } from './heading.tsx'

/**
 * @param id the id of the title, which names the section for screen readers
 * @param isNarrow true for the main card of a staff page, with the width of readable text
 */
export function Card({
  title,
  id,
  isNarrow = false,
  className,
  children,
}: {
  title?: ReactNode
  id?: string
  isNarrow?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <section className={classNames('zb-card', isNarrow && 'staff-narrow staff-block', className)} aria-labelledby={id}>
      {title && (
        <Heading level={2} id={id}>
          {title}
        </Heading>
      )}
      {children}
    </section>
  )
}
