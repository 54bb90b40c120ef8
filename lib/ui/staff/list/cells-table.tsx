// biome-ignore-all lint/a11y/noRedundantRoles: on a phone CSS stacks the cells, and some browsers then drop the roles
'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'

export type Heading = {
  name: string
  /** sorts by this column */
  href?: string | undefined
  /** how the rows are sorted by this column now */
  order?: 'ascending' | 'descending' | undefined
  /** its name is for screen readers only */
  isNameHidden?: boolean
  /**
   * whether a card repeats the name before the value: not where the cell names the row or speaks for itself
   */
  hasHeading?: boolean
}

/**
 * A table of cells that were made on the server: what is the same in each row need not be sent a second time
 * for the browser.
 */
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
