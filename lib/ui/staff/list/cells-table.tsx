// biome-ignore-all lint/a11y/noRedundantRoles: on a phone CSS stacks the cells, and some browsers then drop the roles
'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'

export type Heading = {
  name: string
  /** the address that sorts by this column */
  href?: string | undefined
  /** the current order of the rows by this column; absent when they are not sorted by it */
  order?: 'ascending' | 'descending' | undefined
  /** true when only screen readers get its name */
  isNameHidden?: boolean
  /** true when a card shows the name before the value; by default for every column but the first */
  hasHeading?: boolean
}

/** A table of cells that the server rendered, so that the browser gets no second copy of the rows. */
export function CellsTable({
  label,
  headings,
  rows,
}: {
  label: string
  headings: readonly Heading[]
  rows: readonly { key: string | number; cells: readonly ReactNode[] }[]
}) {
  return (
    <table role="table" className="utrecht-table utrecht-table--html-table staff-table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {headings.map(({ name, href, order, isNameHidden }) => (
            <th key={name} role="columnheader" scope="col" aria-sort={order}>
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
      <tbody role="rowgroup">
        {rows.map(({ key, cells }) => (
          <tr key={key} role="row">
            {headings.map(
              ({ name, isNameHidden = false, hasHeading = !isNameHidden && name !== headings[0]?.name }, index) => (
                <td key={name} role="cell" data-heading={hasHeading ? name : undefined}>
                  {cells[index]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
