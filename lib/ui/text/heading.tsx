import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

/** @param look the level that it looks like, where that is another one than its place in the outline */
export function Heading({
  level,
  look = level,
  className,
  ...rest
}: ComponentProps<'h1'> & { level: 1 | 2 | 3; look?: 1 | 2 | 3 }) {
  const Tag = `h${level}` as const
  return <Tag {...rest} className={classNames(`utrecht-heading-${look}`, className)} />
}

export function Paragraph({
  small = false,
  soft = false,
  className,
  ...rest
}: ComponentProps<'p'> & { small?: boolean; soft?: boolean }) {
  const names = classNames('utrecht-paragraph', small && 'utrecht-paragraph--small', soft && 'zb-soft', className)
  return <p {...rest} className={names} />
}
