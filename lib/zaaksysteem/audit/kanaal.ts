import type { ActorSoort } from '../generated/client.ts'

/**
 * The channel of each kind of actor. The address of a client is not recorded, because it is
 * not reliable behind proxies.
 */
export const KANALEN = {
  behandelaar: 'balie',
  api_client: 'api',
  opdrachtregel: 'opdrachtregel',
  taak: 'zaaksysteem',
} as const satisfies Record<ActorSoort, string>

export type Kanaal = (typeof KANALEN)[ActorSoort]
