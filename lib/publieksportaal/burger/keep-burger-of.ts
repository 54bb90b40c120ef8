import type { Initiator } from '#lib/contract/zaak-resource.ts'
import { encrypt } from '#lib/platform/crypto/encryption.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findOrCreateBurger } from './find-or-create-burger.ts'
import { identiteitOf } from './identiteit.ts'
import { boundTo } from './vestiging.ts'

const FIND = 'select from vestiging where burger_id = $1'
const KEEP = `
  insert into vestiging (burger_id, bedrijf_id, versleuteld, sleutel_id) values ($1, $2, $3, $4)
  on conflict (burger_id) do nothing`

/**
 * Finds or creates the burger of an initiator. Links a vestiging to its company, which may have no zaken
 * itself.
 */
export async function keepBurgerOf(ctx: PublieksportaalContext, initiator: Initiator): Promise<{ id: string }> {
  const burger = await findOrCreateBurger(ctx, identiteitOf(initiator))
  if ('bsn' in initiator || initiator.vestigingsnummer === undefined) return burger
  const { rowCount } = await ctx.pool.query(FIND, [burger.id])
  if (rowCount) return burger

  const { kvkNummer, vestigingsnummer } = initiator
  const bedrijf = await findOrCreateBurger(ctx, identiteitOf({ kvkNummer }))
  const plaintext = Buffer.from(vestigingsnummer)
  const keys = ctx.env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS
  const { versleuteld, sleutelId } = encrypt(keys, { plaintext, boundTo: boundTo(burger.id) })
  await ctx.pool.query(KEEP, [burger.id, bedrijf.id, versleuteld, sleutelId])
  return burger
}
