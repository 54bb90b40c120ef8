'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Fragment } from 'react'
import { balie } from '#lib/ui/texts/balie.ts'

type MenuItem = {
  href: string
  label: string
  count?: string
  /** the number of unseen items, and their label */
  ongezien?: { count: string | number; label: string } | false
}

/** Groups without an item are left out. The names are shown when there is more than one group. */
export function MainMenu({ groups }: { groups: { naam: string; items: MenuItem[] }[] }) {
  const shown = groups.filter(({ items }) => items.length > 0)
  return (
    <nav className="balie-menu" aria-label={balie.menu}>
      {shown.map(({ naam, items }) => (
        <Fragment key={naam}>
          {shown.length > 1 && <p className="balie-menu__groep">{naam}</p>}
          <ul>
            {items.map((item) => (
              <li key={item.href}>
                <MenuLink {...item} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </nav>
  )
}

function MenuLink({ href, label, count, ongezien }: MenuItem) {
  const pathname = usePathname()
  return (
    <Link href={href} prefetch={false} className="balie-menu__link" aria-current={currentOf(pathname, href)}>
      {label} {count !== undefined && <span className="balie-menu__count">{count}</span>}
      {ongezien && (
        <span className="balie-menu__ongezien">
          {ongezien.count}
          <span className="zb-hidden"> {ongezien.label}</span>
        </span>
      )}
    </Link>
  )
}

/** A page below an item belongs to it, except below `/balie`, the parent of all pages. */
function currentOf(pathname: string, href: string): 'page' | 'true' | undefined {
  if (pathname === href) return 'page'
  return href !== '/balie' && pathname.startsWith(`${href}/`) ? 'true' : undefined
}
