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
