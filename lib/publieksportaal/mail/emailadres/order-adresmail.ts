import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { encrypt } from '#lib/platform/crypto/encryption.ts'
import type { PublieksportaalContext } from '../../context.ts'
import type { Mailsoort } from '../../generated/client.ts'

const ORDER = `
  insert into uitgaande_mail (id, soort, burger_id, versleuteld, sleutel_id, volgende_poging, aangemaakt_op)
  values ($1, $2, $3, $4, $5, $6, $6)`

/** @param order.geheim stored in this mail only: the token of a link, or the address that it goes to */
export async function orderAdresmail(
  client: pg.PoolClient,
  { env, clock }: Pick<PublieksportaalContext, 'env' | 'clock'>,
  { soort, burgerId, geheim }: { soort: Mailsoort; burgerId: string; geheim: string },
): Promise<void> {
  const id = uuidv7()
  const keys = env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS
  const { versleuteld, sleutelId } = encrypt(keys, { plaintext: Buffer.from(geheim), boundTo: id })
  await client.query(ORDER, [id, soort, burgerId, versleuteld, sleutelId, clock()])
}
