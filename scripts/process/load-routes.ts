import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Route } from '#lib/platform/web-server/router.ts'

const APP = join(import.meta.dirname, '../../app')

/** Routes left to Next.js: its catch-all, and the sign-ins, which depend on it. */
const OF_NEXT = /\[\.\.\.(?:onbekend|nextauth)\]/

/** The route handlers that machines call, by path. */
export async function loadRoutes(): Promise<Record<string, Route>> {
  const files = globSync('api/**/route.ts', { cwd: APP }).filter((file) => !OF_NEXT.test(file))
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [`/${dirname(file)}`, await import(join(APP, file))])),
  )
}
