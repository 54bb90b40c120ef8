import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import { claimDueSql } from '../outbox/attempts.ts'

/** `aanvraag` as it was claimed: when it is another one afterwards, more has happened since. */
export type ClaimedPush = {
  id: string
  apparaatId: string
  zaakId: string
  vanVersie: number
  aanvraag: number
  pogingen: number
  aangemaaktOp: Date
}

const CLAIM = claimDueSql({
  table: 'uitgaande_push',
  most: 1,
  returning: `id, apparaat_id as "apparaatId", zaak_id as "zaakId", van_versie as "vanVersie", aanvraag, pogingen,
    aangemaakt_op as "aangemaaktOp"`,
})

/** Leases the push that is due first. */
export async function claimPush(ctx: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<ClaimedPush | undefined> {
  const statement = { name: 'claim-push', text: CLAIM, values: [ctx.clock().toISOString()] }
  const [claimed = []] = await runPipeline(ctx.pool, [statement])
  return claimed[0] as ClaimedPush | undefined
}
