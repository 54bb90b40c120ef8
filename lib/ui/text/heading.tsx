import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

/** @param look the level of its style, when it differs from its level in the outline */
export function Heading({
  level,
  look = level,
  className,
  ...rest
}: ComponentProps<'h1'> & { level: 1 | 2 | 3; look?: 1 | 2 | 3 }) {
  const Tag = `h${level}` as const
  return <Tag {...rest} className={classNames(`utrecht-heading-${look}`, className)} />
}

/** The heading of a whole page. */
export function PageTitle(props: ComponentProps<'h1'>) {
  return <Heading {...props} level={1} className="zb-page-title" />
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

/** A list with one sentence per item. */
export function TextList({ items, ordered = false }: { items: readonly string[]; ordered?: boolean }) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </List>
  )
}
