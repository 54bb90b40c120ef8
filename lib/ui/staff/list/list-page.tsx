import type { ReactNode } from 'react'
import { ButtonLink } from '../../form/button.tsx'
import { Heading, Paragraph } from '../../text/heading.tsx'
import type { Bladeren } from '../../texts/staff.ts'
import { Pagination } from './pagination.tsx'
import { type Column, Table } from './table.tsx'

type Empty = {
  title: string
  explanation: string
  level?: 2 | 3
  next?: ReactNode
  /** where the same list is without its filter */
  clear?: { href: string; text: string } | false
}

type List<R> = {
  /** its name for screen readers */
  label: string
  columns: readonly Column<R>[]
  rows: readonly R[]
  keyOf: (row: R) => string | number
  /** what stands in its place when it has no rows; a list that always has some has none */
  empty?: Empty
  /** of a list that has pages */
  pages?: {
    texts: Bladeren
    vorige: string | null
    volgende: string | null
    hrefAt: (cursor: string) => string
  }
  /** around the table */
  className?: string
}

/** A table with its pages, or what is said when there is nothing in it. */
export function ListTable<R>({ label, columns, rows, keyOf, empty, pages, className }: List<R>) {
  const table = <Table label={label} columns={columns} rows={rows} keyOf={keyOf} />
  return (
    <>
      {rows.length === 0 && empty && <Nothing {...empty} />}
      {rows.length > 0 && (className ? <div className={className}>{table}</div> : table)}
      {pages && <Pagination texts={pages.texts} page={pages} hrefAt={pages.hrefAt} />}
    </>
  )
}

function Nothing({ title, explanation, level = 2, next, clear }: Empty) {
  return (
    <div className="zb-card">
      <Heading level={level}>{title}</Heading>
      <Paragraph>{explanation}</Paragraph>
      {next}
      {clear && (
        <ButtonLink appearance="secondary" href={clear.href}>
          {clear.text}
        </ButtonLink>
      )}
    </div>
  )
}

/**
 * A page for staff that is one list.
 * @param props.action what the page is also for, beside its title
 * @param props.children what stands above the list: what was done, its filter
 * @param props.below what follows it
 */
export function ListPage<R>({
  title,
  explanation,
  action,
  list,
  children,
  below,
}: {
  title: string
  explanation?: string
  action?: ReactNode
  /** with the title for its label, unless it has one */
  list: Omit<List<R>, 'label'> & Partial<Pick<List<R>, 'label'>>
  children?: ReactNode
  below?: ReactNode
}) {
  const heading = <Heading level={1}>{title}</Heading>
  return (
    <>
      {action ? (
        <div className="zb-line staff-title-row">
          {heading}
          {action}
        </div>
      ) : (
        heading
      )}
      {explanation && <Paragraph soft>{explanation}</Paragraph>}
      {children}
      <ListTable label={title} {...list} />
      {below}
    </>
  )
}
