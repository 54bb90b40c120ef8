import type { ActorSoort } from '../generated/client.ts'

/** The channel of each actor. The client's address is not recorded: behind proxies it is not reliable. */
export const KANALEN = {
  behandelaar: 'balie',
  api_client: 'api',
  opdrachtregel: 'opdrachtregel',
  taak: 'zaaksysteem',
} as const satisfies Record<ActorSoort, string>

export type Kanaal = (typeof KANALEN)[ActorSoort]
