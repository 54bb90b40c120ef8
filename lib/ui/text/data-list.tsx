'use client'

import type { ReactNode } from 'react'

type Item = { term: string; value: ReactNode }

/** A list of terms and values. Leaves out a term without a value. */
export function DataList({ items }: { items: readonly Item[] }) {
  return (
    <dl className="utrecht-data-list utrecht-data-list--rows">
      {items.filter(isSaid).map(({ term, value }) => (
        <div key={term} className="utrecht-data-list__item">
          <dt className="utrecht-data-list__item-key">{term}</dt>
          <dd className="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const isSaid = ({ value }: Item) => value !== undefined && value !== null && value !== false
