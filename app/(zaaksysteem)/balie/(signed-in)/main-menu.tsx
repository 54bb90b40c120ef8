'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { balie } from '#lib/ui/texts/balie.ts'

type MenuItem = {
  href: string
  label: string
  count?: string
  /** not yet seen by a beheerder */
  meldingen?: number
}

export function MainMenu({ items }: { items: MenuItem[] }) {
  const pathname = usePathname()
  return (
    <nav aria-label={balie.menu}>
      <ul className="balie-menu">
        {items.map(({ href, label, count, meldingen }) => (
          <li key={href}>
            <Link href={href} className="balie-menu__link" aria-current={currentOf(pathname, href)}>
              {label} {count !== undefined && <span className="balie-menu__count">{count}</span>}
              {meldingen ? (
                <span className="balie-menu__meldingen">
                  {meldingen}
                  <span className="zb-hidden"> {balie.menuMeldingen(meldingen)}</span>
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Pages below an item belong to it, except below `/balie`, which is above all of them. */
function currentOf(pathname: string, href: string): 'page' | 'true' | undefined {
  if (pathname === href) return 'page'
  return href !== '/balie' && pathname.startsWith(`${href}/`) ? 'true' : undefined
}
