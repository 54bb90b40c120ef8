/** Starts the portal's listener and tasks. Next.js runs it once per web process, before the first request. */
export async function register() {
  // biome-ignore lint/style/noProcessEnv: Next.js replaces it at build time
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { hasSystem } = await import('#lib/platform/env.ts')
  if (!hasSystem('publieksportaal')) return
  const { publieksportaal } = await import('#lib/publieksportaal/context.ts')
  const { startPortal } = await import('#lib/publieksportaal/start-portal.ts')
  await startPortal(publieksportaal())
}

/** Next.js calls this with errors of pages and actions. The server answers 503 if the database caused one. */
export async function onRequestError(error: unknown) {
  // biome-ignore lint/style/noProcessEnv: Next.js replaces it at build time
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { noteFailure } = await import('#lib/platform/web-server/request-failure.ts')
  noteFailure(error)
}
