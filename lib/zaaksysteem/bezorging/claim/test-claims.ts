import { distributeGebeurtenissen } from '../../outbox/distribute-gebeurtenissen.ts'
import type { TestZaaksysteem } from '../../test-context.ts'
import { registerTestZaak } from '../../zaak/test-zaak.ts'
import { recordPogingen } from '../record/record-pogingen.ts'
import { endedPoging } from '../test-abonnement.ts'
import type { ClaimedBezorging } from './claim-bezorgingen.ts'

/** Adds events, each of another zaak, so that none waits for an earlier one. */
export async function addEvents(ctx: TestZaaksysteem, count: number) {
  for (let i = 0; i < count; i++) await registerTestZaak(ctx)
  await distributeGebeurtenissen(ctx)
}

export function recordClaimed(
  ctx: TestZaaksysteem,
  claimed: readonly ClaimedBezorging[],
  outcome: Parameters<typeof endedPoging>[2] = {},
) {
  const pogingen = claimed.map((bezorging) => endedPoging(ctx, bezorging, outcome))
  return recordPogingen(ctx, pogingen, { random: () => 0.5 })
}

export const lanesOf = (claimed: readonly ClaimedBezorging[]) =>
  claimed.map(({ herhaling }) => (herhaling ? 'retry' : 'first'))
