import { platformEnv } from '#lib/platform/env.ts'
import { texts } from '#lib/ui/texts/texts.ts'

/** An iPhone or iPad delivers push messages only to a web app on the home screen. */
export function GET(): Response {
  const { titel } = texts('nl')
  const manifest = {
    name: `${titel} · ${platformEnv().GEMEENTE_NAAM}`,
    short_name: titel,
    lang: 'nl',
    start_url: '/mijn',
    scope: '/mijn',
    display: 'standalone',
  }
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } })
}
