import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

/** @param isNarrow as wide as text reads well, with room above: the main thing on a page for staff */
export function Card({ isNarrow = false, className, ...rest }: ComponentProps<'section'> & { isNarrow?: boolean }) {
  return <section {...rest} className={classNames('zb-card', isNarrow && 'staff-narrow staff-block', className)} />
}
