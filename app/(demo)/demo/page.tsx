import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasSystem, platformEnv } from '#lib/platform/env.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { Demonstration } from './demonstration.tsx'
import { Explanation } from './explanation.tsx'
import './demo.css'

export const metadata: Metadata = { title: 'Van balie naar burger', robots: { index: true } }

export default function DemoPage() {
  if (!platformEnv().DEMO || !hasSystem('zaaksysteem') || !hasSystem('publieksportaal')) notFound()
  return (
    <main className="demo" id="inhoud" aria-labelledby="demo-titel">
      <header className="demo-heading">
        <Heading level={1} id="demo-titel">
          Van balie naar burger
        </Heading>
        <Paragraph soft>
          Wijzig de status in de balie. De pagina van de burger verandert. Daartussen ziet u wat er over de lijn gaat.
        </Paragraph>
      </header>
      <noscript>
        <p className="zb-card">
          Deze demonstratie meet in uw browser en heeft daarvoor JavaScript nodig. De <Link href="/balie">balie</Link>{' '}
          en <Link href="/mijn">Mijn zaken</Link> werken ook zonder.
        </p>
      </noscript>
      <Demonstration />
      <Explanation />
    </main>
  )
}
