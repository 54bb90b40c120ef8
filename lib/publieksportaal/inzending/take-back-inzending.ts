import { validate as isUuid } from 'uuid'
import { burgerActor, type Handelende } from '../audit/burger-actor.ts'
import { recordedTransaction } from '../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import { showAgain } from './record-inzending.ts'

/** `too_late`: it was sent, or is being sent. */
type TakenBack = { ok: true } | { ok: false; reason: 'not_found' | 'too_late' }

/**
 * Takes back an inzending before the zaaksysteem receives it. A sender raises `pogingen` of the row first, so
 * only one of the two happens. Idempotent.
 */
export async function takeBackInzending(
  ctx: PublieksportaalContext,
  { burgerId, gemachtigdeId, zaakId, nummer }: Handelende & { zaakId: string; nummer: string },
): Promise<TakenBack> {
  if (!isUuid(zaakId)) return { ok: false, reason: 'not_found' }
  const taken = await recordedTransaction(ctx, async (tx, record): Promise<TakenBack> => {
    await tx.$executeRaw`select 1 from burger where id = ${burgerId}::uuid for no key update`
    const said = await tx.inzending.findFirst({ where: { nummer, zaakId, burgerId, zaak: { burgerId } } })
    if (!said) return { ok: false, reason: 'not_found' }
    if (said.teruggenomenOp) return { ok: true }
    const now = ctx.clock()
    const { count } = await tx.inzending.updateMany({
      where: { id: said.id, pogingen: 0, terugTeNemenTot: { gt: now } },
      data: { teruggenomenOp: now, volgendePoging: null },
    })
    if (count === 0) return { ok: false, reason: 'too_late' }
    // ready for another day, so that the citizen can remove the wrong file and send the rest
    await tx.bestand.updateMany({
      where: { inzendingId: said.id },
      data: { inzendingId: null, aangemaaktOp: now, herinnerdOp: null },
    })
    await showAgain(ctx, tx, { burgerId, zaakId })
    const actor = burgerActor({ burgerId, gemachtigdeId })
    await record({ actor, handeling: 'melding_terugnemen', object: { soort: 'inzending', id: said.id } })
    return { ok: true }
  })
  if (taken.ok) ctx.liveBus?.publish({ burgerIds: [burgerId], ordered: false })
  return taken
}
