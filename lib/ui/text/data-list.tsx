'use client'

import type { ReactNode } from 'react'

export function DataList({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="utrecht-data-list utrecht-data-list--rows">
      {items.map(({ term, value }) => (
        <div key={term} className="utrecht-data-list__item">
          <dt className="utrecht-data-list__item-key">{term}</dt>
          <dd className="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
