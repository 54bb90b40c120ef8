'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { balie } from '#lib/ui/texts/balie.ts'

type MenuItem = {
  href: string
  label: string
  count?: string
  /** the number of unseen items, and their label */
  ongezien?: { count: string | number; label: string } | false
}

export function MainMenu({ items }: { items: MenuItem[] }) {
  const pathname = usePathname()
  return (
    <nav aria-label={balie.menu}>
      <ul className="balie-menu">
        {items.map(({ href, label, count, ongezien }) => (
          <li key={href}>
            <Link href={href} prefetch={false} className="balie-menu__link" aria-current={currentOf(pathname, href)}>
              {label} {count !== undefined && <span className="balie-menu__count">{count}</span>}
              {ongezien && (
                <span className="balie-menu__ongezien">
                  {ongezien.count}
                  <span className="zb-hidden"> {ongezien.label}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A page below an item belongs to it, except below `/balie`, the parent of all pages. */
function currentOf(pathname: string, href: string): 'page' | 'true' | undefined {
  if (pathname === href) return 'page'
  return href !== '/balie' && pathname.startsWith(`${href}/`) ? 'true' : undefined
}
