import type { ReactNode } from 'react'
import { Link } from '../text/link.tsx'
import { staff } from '../texts/staff.ts'

/**
 * @param label name of the navigation for screen readers; pages for staff leave it out
 * @param current absent when the title below it is the same
 */
export function Breadcrumb({
  label = staff.kruimelpad,
  items,
  current,
}: {
  label?: string
  items: readonly { href: string; text: ReactNode }[]
  current?: ReactNode
}) {
  return (
    <nav className="utrecht-breadcrumb-nav" aria-label={label}>
      <ol className="utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol">
        {items.map(({ href, text }, index) => (
          <li key={href} className="utrecht-breadcrumb-nav__item">
            <Link href={href} className="utrecht-breadcrumb-nav__link">
              {text}
            </Link>
            {(current || index < items.length - 1) && (
              <span className="zb-breadcrumb-separator" aria-hidden="true">
                ›
              </span>
            )}
          </li>
        ))}
        {current && (
          <li className="utrecht-breadcrumb-nav__item">
            <span className="utrecht-breadcrumb-nav__link" aria-current="page">
              {current}
            </span>
          </li>
        )}
      </ol>
    </nav>
  )
}
