import { hasSystem, platformEnv } from '#lib/platform/env.ts'
import { PlainShell } from '#lib/ui/shell/plain-shell.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { texts } from '#lib/ui/texts/texts.ts'

export default async function StartPage() {
  const { DEMO, GEMEENTE_NAAM } = platformEnv()
  const t = texts(await currentTaal()).start
  const places = [
    hasSystem('publieksportaal') && { href: '/mijn', title: t.mijn, text: t.mijnUitleg },
    hasSystem('zaaksysteem') && { href: '/balie', title: t.balie, text: t.balieUitleg },
    hasSystem('zaaksysteem') && { href: '/ontwikkelaars', title: t.ontwikkelaars, text: t.ontwikkelaarsUitleg },
    DEMO && { href: '/demo', title: t.demo, text: t.demoUitleg },
  ].filter((place) => place !== false)
  return (
    <PlainShell gemeente={GEMEENTE_NAAM}>
      <PageTitle>{t.titel}</PageTitle>
      <ul className="zb-cards">
        {places.map(({ href, title, text }) => (
          <li key={href} className="zb-card zb-link-card">
            <Heading level={2} look={3}>
              <Link href={href}>{title}</Link>
            </Heading>
            <Paragraph soft>{text}</Paragraph>
          </li>
        ))}
      </ul>
    </PlainShell>
  )
}
