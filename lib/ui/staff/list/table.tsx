import type { ReactNode } from 'react'
import { CellsTable, type Heading } from './cells-table.tsx'

export type Column<R> = Heading & {
  cell: (row: R) => ReactNode
  /** small text below the cell; nothing when it is empty */
  caption?: (row: R) => ReactNode
}

/** A table that becomes a list of cards on a narrow screen. @param props.label its name for screen readers */
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
    <CellsTable
      label={label}
      headings={columns.map(({ cell: _, caption: __, ...heading }) => heading)}
      rows={rows.map((row) => ({ key: keyOf(row), cells: columns.map((column) => cellOf(column, row)) }))}
    />
  )
}

export function cellOf<R>({ cell, caption }: Column<R>, row: R): ReactNode {
  const below = caption?.(row)
  if (!below) return cell(row)
  return (
    <>
      {cell(row)}
      <span className="staff-caption">{below}</span>
    </>
  )
}
