import type { PublieksportaalContext } from '../../context.ts'

type Env = Pick<
  PublieksportaalContext['env'],
  'PUBLIEKSPORTAAL_PUSH_SERVICES' | 'PUBLIEKSPORTAAL_PUSH_SERVICE_DEMO_ONLY'
>

/**
 * True when a push may go to this address. Anybody can forge it, so it must be https on the default port, at
 * or below the name of a configured push service. Prevents SSRF: no foreign name is ever resolved.
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
