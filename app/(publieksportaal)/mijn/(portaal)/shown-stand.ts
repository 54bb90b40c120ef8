import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findStand } from '#lib/publieksportaal/sync/find-stand.ts'
import { writtenMoment } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { ShownStand } from './live-updates.tsx'

/** Of when a page is. To be asked before its content, which is then not older. */
export async function shownStand(burgerId: string, taal: Taal): Promise<ShownStand> {
  const ctx = publieksportaal()
  const { op, ...stand } = await findStand(ctx, burgerId)
  return { ...stand, op: op?.toISOString() ?? null, moment: op && writtenMoment(op, { now: ctx.clock(), taal }) }
}
