'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { balie } from '../texts/balie.ts'

type Punt = { href: string; naam: string; aantal?: number }

export function Hoofdmenu({ punten }: { punten: Punt[] }) {
  const pathname = usePathname()
  return (
    <nav aria-label={balie.menu}>
      <ul className="balie-menu">
        {punten.map(({ href, naam, aantal }) => (
          <li key={href}>
            <Link href={href} className="balie-menu__link" aria-current={pathname === href ? 'page' : undefined}>
              {naam} {aantal !== undefined && <span className="balie-menu__aantal">{aantal}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
