import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { SessieToken } from '#lib/platform/sign-in/sign-in-config.ts'
import { burgerActor } from '../../audit/burger-actor.ts'
import { recordedTransaction } from '../../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { nextEnd } from './sessies.ts'

const wish = z.object({ burgerId: z.uuid() })

/**
 * Switches to one vestiging of the company, or back to the whole company, in a new sessie. An open page
 * detects by its sessie that it shows another vestiging. The new sessie ends when the former would have, here
 * and at the provider.
 *
 * @returns the content for the cookie; `undefined` when this person may not choose that
 */
export async function switchVestiging(
  ctx: PublieksportaalContext,
  token: SessieToken,
  wanted: unknown,
): Promise<SessieToken | undefined> {
  const read = wish.safeParse(wanted)
  if (!read.success || typeof token.begonnenOp !== 'number') return undefined
  const { burgerId } = read.data
  const { sessieId, begonnenOp } = token
  const now = ctx.clock()
  const id = uuidv7()
  const isSwitched = await recordedTransaction(ctx, async (tx, record) => {
    const ofCompany = { OR: [{ bedrijfId: burgerId }, { bedrijfId: { in: await companiesOf(tx, burgerId) } }] }
    const [former] = await tx.sessie.updateManyAndReturn({
      where: { id: sessieId, beeindigdOp: null, verlooptOp: { gt: now }, ...ofCompany },
      data: { beeindigdOp: now },
    })
    if (!former) return false
    const { gemachtigdeId, bedrijfId, namens, subjectHash, sidHash } = former
    const verlooptOp = nextEnd(now, begonnenOp)
    await tx.sessie.create({
      data: { id, burgerId, gemachtigdeId, bedrijfId, namens, subjectHash, sidHash, verlooptOp },
    })
    await tx.$executeRaw`select pg_notify('sessie_beeindigd', ${sessieId})`
    const actor = burgerActor({ burgerId, gemachtigdeId })
    await record({ actor, handeling: 'vestiging_kiezen', object: { soort: 'sessie', id } })
    return true
  })
  return isSwitched ? { ...token, sessieId: id } : undefined
}

async function companiesOf(tx: Pick<PublieksportaalContext['db'], 'vestiging'>, burgerId: string): Promise<string[]> {
  const rows = await tx.vestiging.findMany({ where: { burgerId }, select: { bedrijfId: true } })
  return rows.map(({ bedrijfId }) => bedrijfId)
}
