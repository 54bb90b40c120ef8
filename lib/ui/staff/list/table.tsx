// biome-ignore-all lint/a11y/noRedundantRoles: on a phone CSS stacks the cells, and some browsers then drop the roles
import Link from 'next/link'
import type { ReactNode } from 'react'

export type Column<R> = {
  name: string
  cell: (row: R) => ReactNode
  /** sorts by this column */
  href?: string | undefined
  /** how the rows are sorted by this column now */
  order?: 'ascending' | 'descending' | undefined
  /** its name is for screen readers only */
  isNameHidden?: boolean
  /** whether a card repeats the name before the value: not where the cell names the row or speaks for itself */
  hasHeading?: boolean
}

/** A table that becomes a list of cards where it does not fit. @param props.label its name for screen readers */
export function Table<R>({
  label,
  columns,
  rows,
  keyOf,
}: {
  label: string
  columns: readonly Column<R>[]
  rows: readonly R[]
  keyOf: (row: R) => string | number
}) {
  return (
    <table role="table" className="utrecht-table staff-table" aria-label={label}>
      <thead role="rowgroup" className="utrecht-table__header">
        <tr role="row" className="utrecht-table__row">
          {columns.map(({ name, href, order, isNameHidden }) => (
            <th key={name} role="columnheader" scope="col" className="utrecht-table__header-cell" aria-sort={order}>
              {href ? (
                <Link href={href} prefetch={false} className="staff-table__sort">
                  {name}
                  <span aria-hidden="true">{order && (order === 'ascending' ? ' ↑' : ' ↓')}</span>
                </Link>
              ) : (
                <span className={isNameHidden ? 'zb-hidden' : undefined}>{name}</span>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="utrecht-table__body">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row" className="utrecht-table__row">
            {columns.map(
              ({ name, isNameHidden = false, hasHeading = !isNameHidden && name !== columns[0]?.name, cell }) => (
                <td key={name} role="cell" className="utrecht-table__cell" data-heading={hasHeading ? name : undefined}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
