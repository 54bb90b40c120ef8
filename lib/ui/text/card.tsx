import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Heading } from './heading.tsx'

/**
 * @param id of the title, by which screen readers then know the card as a part of the page
 * @param isNarrow as wide as text reads well, with room above: the main thing on a page for staff
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
