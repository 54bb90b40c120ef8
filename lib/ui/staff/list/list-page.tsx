import type { ReactNode } from 'react'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { Bladeren } from '#lib/ui/texts/staff.ts'
import { type Column, Table } from './table.tsx'

/**
 * Links to the previous and the next page. `vorige` and `volgende` are cursors; null when there is no such
 * page.
 */
export function Pagination({
  texts,
  page: { vorige, volgende },
  hrefAt,
}: {
  texts: Bladeren
  page: { vorige: string | null; volgende: string | null }
  hrefAt: (cursor: string) => string
}) {
  if (!vorige && !volgende) return null
  return (
    <nav aria-label={texts.menu} className="zb-buttons zb-pagination">
      {vorige && (
        <ButtonLink appearance="secondary" href={hrefAt(vorige)}>
          ‹ {texts.vorige}
        </ButtonLink>
      )}
      {volgende && (
        <ButtonLink appearance="secondary" href={hrefAt(volgende)}>
          {texts.volgende} ›
        </ButtonLink>
      )}
    </nav>
  )
}

type Empty = {
  title: string
  explanation: string
  level?: 2 | 3
  next?: ReactNode
  /** the link to the list without its filter */
  clear?: { href: string; text: string } | false
}

type List<R> = {
  /** its name for screen readers */
  label: string
  columns: readonly Column<R>[]
  rows: readonly R[]
  keyOf: (row: R) => string | number
  /** shown instead of the table when it has no rows; absent for a list that always has rows */
  empty?: Empty
  /** absent for a list without pages */
  pages?: {
    texts: Bladeren
    vorige: string | null
    volgende: string | null
    hrefAt: (cursor: string) => string
  }
  /** the class of an element around the table */
  className?: string
}

/** A table with its pagination, or the message that it is empty. */
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
 * A page for staff that shows one list.
 * @param props.action the button or link beside the title
 * @param props.children shown above the list, such as a confirmation or the filter
 * @param props.below shown below the list
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
  /** its label is the title by default */
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
