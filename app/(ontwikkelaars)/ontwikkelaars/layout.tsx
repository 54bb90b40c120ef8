import type { ReactNode } from 'react'
import { hasSystem } from '#lib/platform/env.ts'
import { LeverancierShell } from '#lib/ui/shell/leverancier-shell.tsx'
import { sectionTitled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { PATHS, START } from './paths.ts'
import '../../../lib/ui/staff/page.css'
import '../../../lib/ui/staff/list/table.css'
import './ontwikkelaars.css'

export const generateMetadata = sectionTitled((taal) => ontwikkelaarsMenu[taal].titel)

export default async function OntwikkelaarsLayout({ children }: { children: ReactNode }) {
  const taal = await currentTaal()
  const { label, paginas } = ontwikkelaarsMenu[taal]
  const isThere = (href: string) => href !== PATHS.aansluiten || hasSystem('publieksportaal')
  return (
    <LeverancierShell
      href={START}
      taal={taal}
      menu={
        <nav className="dev-menu" aria-label={label}>
          <ul className="zb-list zb-line zb-burger__inner">
            {Object.entries(PATHS)
              .filter(([, href]) => isThere(href))
              .map(([pagina, href]) => (
                <li key={href}>
                  <Link href={href}>{paginas[pagina as keyof typeof PATHS]}</Link>
                </li>
              ))}
          </ul>
        </nav>
      }
    >
      <div className="dev-page">{children}</div>
    </LeverancierShell>
  )
}
