import './globals.css'
import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { platformEnv } from '#lib/platform/env.ts'
import { SiteProvider } from '#lib/ui/shell/site-context.tsx'
import { classNames } from '#lib/ui/text/class-names.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'

const sans = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  variable: '--font-sans',
  weight: '200 800',
  display: 'swap',
})

/** A zero without a slash, placed before `sans`, which has no feature for that. */
const zero = localFont({
  src: '../lib/ui/font/zero.woff2',
  variable: '--font-zero',
  weight: '200 800',
  display: 'swap',
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+30' }],
})

const mono = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2',
  variable: '--font-mono',
  weight: '200 800',
  display: 'swap',
  preload: false,
})

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export function generateMetadata(): Metadata {
  const { GEMEENTE_NAAM } = platformEnv()
  return {
    title: { default: GEMEENTE_NAAM, template: `%s · ${GEMEENTE_NAAM}` },
    robots: { index: false, follow: false },
    formatDetection: { telephone: false },
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Renders every page per request: a static page has no nonce, so its scripts would be blocked.
  await connection()
  const { GEMEENTE_NAAM, GEMEENTE_TELEFOON, HUISSTIJL } = platformEnv()
  const taal = await currentTaal()
  const site = { gemeente: GEMEENTE_NAAM, phone: GEMEENTE_TELEFOON, storing: texts(taal).storing }
  return (
    <html lang={taal} className={classNames(`${HUISSTIJL}-theme`, sans.variable, zero.variable, mono.variable)}>
      <head>
        <link rel="stylesheet" href={`/huisstijl/${HUISSTIJL}.css`} />
      </head>
      <body className="utrecht-root">
        <SiteProvider site={site}>{children}</SiteProvider>
      </body>
    </html>
  )
}
