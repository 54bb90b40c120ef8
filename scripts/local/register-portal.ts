import { subscribePortal } from '#lib/publieksportaal/abonnement/subscribe-portal.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv, webhookUrl } from '#lib/publieksportaal/env.ts'
import type { LocalEnvironment } from './local-environment.ts'
import { READY_TIMEOUT_MS } from './processes.ts'

/** Does the same as `npm run portaal:abonneer`, for the two systems on this machine. Throws on failure. */
export async function registerPortal(local: LocalEnvironment): Promise<void> {
  const portal = createPublieksportaalContext(readPublieksportaalEnv(local.variables))
  try {
    const giveUpAt = Date.now() + READY_TIMEOUT_MS
    let subscription = await subscribePortal(portal, {})
    while (!subscription.ok && subscription.reason === 'timeout' && Date.now() < giveUpAt) {
      console.log('The portal does not answer in time yet, because this machine is busy. Asking again …')
      subscription = await subscribePortal(portal, {})
    }
    if (!subscription.ok) throw new Error(`The portal could not be registered: ${subscription.reason}.`)
    await deleteFormerAbonnementen(local, webhookUrl(portal.env))
  } finally {
    await portal.close()
  }
}

/**
 * An abonnement of an earlier start, on another port or without TLS, would keep failing and raise alerts.
 */
async function deleteFormerAbonnementen({ apiBase, apiToken }: LocalEnvironment, webhook: string): Promise<void> {
  const call = (path: string, method = 'GET') =>
    fetch(`${apiBase}/abonnementen${path}`, { method, headers: { Authorization: `Bearer ${apiToken}` } })
  const isFormer = (sink: string) => sink !== webhook && withoutOrigin(sink) === withoutOrigin(webhook)
  const abonnementen = (await (await call('')).json()) as { id: string; sink: string }[]
  for (const { id } of abonnementen.filter(({ sink }) => isFormer(sink))) await call(`/${id}`, 'DELETE')
}

function withoutOrigin(url: string): string {
  const { hostname, pathname } = new URL(url)
  return `${hostname}${pathname}`
}
