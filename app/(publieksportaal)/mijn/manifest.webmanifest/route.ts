import { platformEnv } from '#lib/platform/env.ts'
import { texts } from '#lib/ui/texts/texts.ts'

/** For the home screen: an iPhone or iPad pushes only to what stands there. */
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
