import { subscribePortal } from '#lib/publieksportaal/abonneren/subscribe-portal.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import type { LocalEnvironment } from './local-environment.ts'

/** Does what `npm run portaal:abonneer` does, for the two systems on this machine; throws when it does not succeed. */
export async function registerPortal({ variables, apiBase, apiToken }: LocalEnvironment): Promise<void> {
  const portal = createPublieksportaalContext(readPublieksportaalEnv(variables))
  try {
    const subscription = await subscribePortal(portal, { zaaksysteem: apiBase, token: apiToken })
    if (!subscription.ok) throw new Error(`The portal could not be registered: ${subscription.reason}.`)
  } finally {
    await portal.pool.end()
  }
}
