import type { ActorSoort } from '../generated/client.ts'

/** From where somebody acts. The address of a client is not known reliably behind proxies, so it is not recorded. */
export const KANALEN = {
  behandelaar: 'balie',
  api_client: 'api',
  opdrachtregel: 'opdrachtregel',
  taak: 'zaaksysteem',
} as const satisfies Record<ActorSoort, string>

export type Kanaal = (typeof KANALEN)[ActorSoort]
