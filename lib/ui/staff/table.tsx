// biome-ignore-all lint/a11y/noRedundantRoles: on a phone CSS stacks the cells, and some browsers then drop the roles
import Link from 'next/link'
import type { ReactNode } from 'react'

export type Column = {
  naam: string
  /** with these the head is a link that sorts */
  href?: string
  volgorde?: 'ascending' | 'descending'
}

/** A table that becomes a list of cards where it does not fit. `titel` names it for who does not see it. */
export function Table({ titel, kolommen, children }: { titel: string; kolommen: Column[]; children: ReactNode }) {
  return (
    <table role="table" className="utrecht-table balie-tabel" aria-label={titel}>
      <thead role="rowgroup" className="utrecht-table__header">
        <tr role="row" className="utrecht-table__row">
          {kolommen.map(({ naam, href, volgorde }) => (
            <th key={naam} role="columnheader" scope="col" className="utrecht-table__header-cell" aria-sort={volgorde}>
              {href ? (
                <Link href={href} prefetch={false} className="balie-tabel__sorteer">
                  {naam}
                  <span aria-hidden="true">{volgorde && (volgorde === 'ascending' ? ' ↑' : ' ↓')}</span>
                </Link>
              ) : (
                naam
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

/** `kop` repeats the column's head on a card; a cell that speaks for itself goes without. */
export function Cell({ kop, children }: { kop?: string; children: ReactNode }) {
  return (
    <td role="cell" className="utrecht-table__cell" data-kop={kop}>
      {children}
    </td>
  )
}
