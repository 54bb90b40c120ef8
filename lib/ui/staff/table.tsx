// biome-ignore-all lint/a11y/noRedundantRoles: on a phone CSS stacks the cells, and some browsers then drop the roles
import Link from 'next/link'
import type { ReactNode } from 'react'

export type Column = {
  name: string
  /** sorts by this column */
  href?: string
  /** how the rows are sorted by this column now */
  order?: 'ascending' | 'descending'
  /** its name is for screen readers only */
  isNameHidden?: boolean
}

/** A table that becomes a list of cards where it does not fit. @param label its name for screen readers */
export function Table({ label, columns, children }: { label: string; columns: Column[]; children: ReactNode }) {
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
        {children}
      </tbody>
    </table>
  )
}

export function Row({ children }: { children: ReactNode }) {
  return (
    <tr role="row" className="utrecht-table__row">
      {children}
    </tr>
  )
}

/** @param heading the name of the column, which a card repeats before the value; the cell that names the row has none */
export function Cell({ heading, children }: { heading?: string; children: ReactNode }) {
  return (
    <td role="cell" className="utrecht-table__cell" data-heading={heading}>
      {children}
    </td>
  )
}
