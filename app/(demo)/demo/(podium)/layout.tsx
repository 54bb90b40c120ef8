import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { hasSystem, platformEnv } from '#lib/platform/env.ts'
import { TaalForm } from '#lib/ui/shell/taal-form.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { demoTexts } from '../demo-texts.ts'
import { Explanation } from '../explanation.tsx'
import { Podium } from '../podium.tsx'
import '../../../../lib/ui/chart/chart.css'
import '../demo.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: demoTexts[await currentTaal()].titel, robots: { index: true } }
}

/**
 * Keeps both sides mounted during navigation between the doors, so that they are loaded before they are
 * needed.
 */
export default async function PodiumLayout({ children }: { children: ReactNode }) {
  if (!platformEnv().DEMO || !hasSystem('zaaksysteem') || !hasSystem('publieksportaal')) notFound()
  const taal = await currentTaal()
  const t = demoTexts[taal]
  return (
    <main className="demo" id="inhoud" lang={taal} aria-labelledby="demo-titel">
      <header className="zb-line demo-heading">
        <Heading level={1} id="demo-titel">
          {t.titel}
        </Heading>
        <TaalForm taal={taal} />
      </header>
      <noscript>
        <p className="zb-card">
          {t.zonderScript} <Link href="/balie">{t.balie}</Link>, <Link href="/mijn">{t.mijnZaken}</Link>
        </p>
      </noscript>
      <Podium taal={taal}>{children}</Podium>
      <Explanation taal={taal} />
    </main>
  )
}
