import type { PublieksportaalContext } from '../../context.ts'

type Env = Pick<
  PublieksportaalContext['env'],
  'PUBLIEKSPORTAAL_PUSH_SERVICES' | 'PUBLIEKSPORTAAL_PUSH_SERVICE_DEMO_ONLY'
>

/**
 * Whether a push may go to this address. A browser gives it, so anybody can make it up: it must be https, on the usual port, at
 * a push service that is named, or below its name. Names of others are never looked up, and no name of theirs leads into our
 * network.
 */
export function isPushService(
  { PUBLIEKSPORTAAL_PUSH_SERVICES: services, PUBLIEKSPORTAAL_PUSH_SERVICE_DEMO_ONLY: demo }: Env,
  endpoint: string,
): boolean {
  const url = URL.parse(endpoint)
  if (!url || url.username || url.password) return false
  if (demo && url.origin === new URL(demo).origin) return true
  if (url.protocol !== 'https:' || url.port !== '') return false
  return services.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
}
