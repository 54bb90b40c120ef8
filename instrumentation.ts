/** Next.js runs this once per web process, before the first request. It starts the portal's listener and tasks. */
export async function register() {
  // biome-ignore lint/style/noProcessEnv: Next.js replaces it at build time
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { hasSystem } = await import('#lib/platform/env.ts')
  if (!hasSystem('publieksportaal')) return
  const { publieksportaal } = await import('#lib/publieksportaal/context.ts')
  const { startPortal } = await import('#lib/publieksportaal/start-portal.ts')
  await startPortal(publieksportaal())
}

/** Next.js calls this with what a page or an action throws. The web server then answers 503 when the database is the cause. */
export async function onRequestError(error: unknown) {
  // biome-ignore lint/style/noProcessEnv: Next.js replaces it at build time
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { noteFailure } = await import('#lib/platform/web-server/request-failure.ts')
  noteFailure(error)
}
