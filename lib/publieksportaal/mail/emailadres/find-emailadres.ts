import type { PublieksportaalContext } from '../../context.ts'
import { decryptAdres } from './adres.ts'

/** Which kinds of changes are mailed besides those that always are. */
export type Mailvoorkeuren = { voortgang: boolean; termijnen: boolean }

export type EmailadresVanBurger = {
  adres: string
  taal: 'nl' | 'en'
  /** null until the citizen has confirmed it */
  bevestigdOp: Date | null
  /** when a mail to it came back */
  geweigerdOp: Date | null
  voorkeuren: Mailvoorkeuren
}

/** The address that this citizen gave; `undefined` when there is none. */
export async function findEmailadres(
  ctx: Pick<PublieksportaalContext, 'env' | 'db'>,
  { burgerId }: { burgerId: string },
): Promise<EmailadresVanBurger | undefined> {
  const row = await ctx.db.emailadres.findUnique({ where: { burgerId } })
  if (!row?.versleuteld || !row.sleutelId) return undefined
  const { versleuteld, sleutelId, taal, bevestigdOp, geweigerdOp, voortgang, termijnen } = row
  const adres = decryptAdres(ctx, { burgerId, versleuteld, sleutelId })
  return { adres, taal, bevestigdOp, geweigerdOp, voorkeuren: { voortgang, termijnen } }
}

/** Whether mail to this citizen does not arrive. */
export async function isAdresGeweigerd(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  { burgerId }: { burgerId: string },
): Promise<boolean> {
  const found = await pool.query('select from emailadres where burger_id = $1 and geweigerd_op is not null', [burgerId])
  return found.rowCount === 1
}
