import type { PublieksportaalContext } from '../context.ts'
import { countWaiting, type WaitingCount } from '../outbox/count-waiting.ts'

/** What the zaaksysteem is still to be told. */
export function countBewijzen(ctx: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<WaitingCount> {
  return countWaiting(ctx, { table: 'bewijs', since: 'tijdstip', where: 'volgende_poging is not null' })
}
