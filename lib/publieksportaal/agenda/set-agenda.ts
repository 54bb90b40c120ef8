import { burgerActor, type Handelende } from '../audit/burger-actor.ts'
import { recordedPgTransaction } from '../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import { createToken } from './token.ts'

const MAKE = `
  insert into agenda (burger_id, token_hash, versleuteld, sleutel_id, taal, aangemaakt_op, opgehaald_op)
  values ($1, $2, $3, $4, $5, $6, $6)
  on conflict (burger_id) do nothing`

const SET_TAAL = `
  update agenda set taal = $2, versie = versie + 1, gewijzigd_op = $3 where burger_id = $1 and taal <> $2`

/** Creates an address for a calendar program, or sets the language of the existing one. */
export async function setAgenda(
  ctx: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId, taal }: Handelende & { taal: 'nl' | 'en' },
): Promise<'made' | 'known'> {
  return recordedPgTransaction(ctx, async (client, record) => {
    const now = ctx.clock()
    const { tokenHash, versleuteld, sleutelId } = createToken(ctx.env, burgerId)
    const made = await client.query(MAKE, [burgerId, tokenHash, versleuteld, sleutelId, taal, now])
    const actor = burgerActor({ burgerId, gemachtigdeId })
    if (made.rowCount === 0) {
      const { rowCount } = await client.query(SET_TAAL, [burgerId, taal, now])
      if (rowCount) await record({ actor, handeling: 'voorkeuren_wijzigen' })
      return 'known'
    }
    await record({ actor, handeling: 'agenda_maken' })
    return 'made'
  })
}

const RENEW = `
  update agenda set token_hash = $2, versleuteld = $3, sleutel_id = $4, aangemaakt_op = $5, opgehaald_op = $5
  where burger_id = $1`

/** Replaces the address; the former one stops at once. @returns false when there was no agenda */
export async function renewAgenda(
  ctx: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId }: Handelende,
): Promise<boolean> {
  return recordedPgTransaction(ctx, async (client, record) => {
    const { tokenHash, versleuteld, sleutelId } = createToken(ctx.env, burgerId)
    const { rowCount } = await client.query(RENEW, [burgerId, tokenHash, versleuteld, sleutelId, ctx.clock()])
    if (!rowCount) return false
    await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'agenda_vernieuwen' })
    return true
  })
}

/** Deletes the agenda: its address stops at once. */
export async function stopAgenda(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId }: Handelende,
): Promise<void> {
  await recordedPgTransaction(ctx, async (client, record) => {
    const { rowCount } = await client.query('delete from agenda where burger_id = $1', [burgerId])
    if (rowCount) await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'agenda_stoppen' })
  })
}
