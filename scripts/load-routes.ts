import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Route } from '#lib/platform/web-server/router.ts'

const APP = join(import.meta.dirname, '../app')

/** The route handlers that machines call, by path. Those of the sign-ins need Next.js. */
export async function loadRoutes(): Promise<Record<string, Route>> {
  const files = globSync('api/**/route.ts', { cwd: APP }).filter((file) => !file.includes('[...'))
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [`/${dirname(file)}`, await import(join(APP, file))])),
  )
}
