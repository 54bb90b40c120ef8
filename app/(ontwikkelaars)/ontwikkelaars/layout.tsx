import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { hasSystem, platformEnv } from '#lib/platform/env.ts'
import { LinkButton } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { GemeenteHeader } from '#lib/ui/shell/gemeente-header.tsx'
import { SkipLink } from '#lib/ui/shell/skip-link.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { setTaal } from '#lib/ui/text/set-taal.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { PATHS, START } from './paths.ts'
import '../../../lib/ui/staff/page.css'
import '../../../lib/ui/staff/list/table.css'
import './ontwikkelaars.css'

export async function generateMetadata(): Promise<Metadata> {
  const { titel } = ontwikkelaarsMenu[await currentTaal()]
  return { title: { default: titel, template: `%s · ${titel} · ${platformEnv().GEMEENTE_NAAM}` } }
}

export default async function OntwikkelaarsLayout({ children }: { children: ReactNode }) {
  const { GEMEENTE_NAAM } = platformEnv()
  const taal = await currentTaal()
  const other = taal === 'nl' ? 'en' : 'nl'
  const { label, skip, paginas } = ontwikkelaarsMenu[taal]
  const isThere = (href: string) => href !== PATHS.aansluiten || hasSystem('publieksportaal')
  return (
    <div className="zb-shell">
      <SkipLink text={skip} />
      <GemeenteHeader gemeente={GEMEENTE_NAAM} href={START}>
        <PostForm action={setTaal}>
          <LinkButton name="taal" value={other} lang={other}>
            {texts(other).taalNaam}
          </LinkButton>
        </PostForm>
      </GemeenteHeader>
      <nav className="dev-menu" aria-label={label}>
        <ul className="zb-burger__inner">
          {Object.entries(PATHS)
            .filter(([, href]) => isThere(href))
            .map(([pagina, href]) => (
              <li key={href}>
                <Link href={href}>{paginas[pagina as keyof typeof PATHS]}</Link>
              </li>
            ))}
        </ul>
      </nav>
      <main id="inhoud" tabIndex={-1} className="zb-burger__main">
        <div className="zb-burger__inner">
          <div className="dev-page">{children}</div>
        </div>
      </main>
    </div>
  )
}
