import type { PublieksportaalContext } from '../../context.ts'
import { decryptAdres } from './adres.ts'

/** The optional kinds of changes that are mailed. */
export type Mailvoorkeuren = { voortgang: boolean; termijnen: boolean }

export type EmailadresVanBurger = {
  adres: string
  taal: 'nl' | 'en'
  /** null until the citizen has confirmed it */
  bevestigdOp: Date | null
  /** when a mail to it bounced */
  geweigerdOp: Date | null
  /** a new address that replaces it once confirmed */
  nieuw: { adres: string; geweigerdOp: Date | null } | null
  voorkeuren: Mailvoorkeuren
}

/** Returns the address of this citizen; `undefined` when there is none. */
export async function findEmailadres(
  ctx: Pick<PublieksportaalContext, 'env' | 'db'>,
  { burgerId }: { burgerId: string },
): Promise<EmailadresVanBurger | undefined> {
  const row = await ctx.db.emailadres.findUnique({ where: { burgerId }, include: { nieuw: true } })
  if (!row?.versleuteld || !row.sleutelId) return undefined
  const { versleuteld, sleutelId, taal, bevestigdOp, geweigerdOp, voortgang, termijnen } = row
  const adres = decryptAdres(ctx, { burgerId, versleuteld, sleutelId })
  const nieuw = row.nieuw && {
    adres: decryptAdres(ctx, row.nieuw),
    geweigerdOp: row.nieuw.geweigerdOp,
  }
  return { adres, taal, bevestigdOp, geweigerdOp, nieuw, voorkeuren: { voortgang, termijnen } }
}

/**
 * The problem with the address: it refuses mail, or is unconfirmed. `nieuw_…`: of a new address beside a
 * working one.
 */
type Mailprobleem = 'geweigerd' | 'te_bevestigen' | 'nieuw_geweigerd' | 'nieuw_te_bevestigen'

export function mailprobleemOf({ bevestigdOp, geweigerdOp, nieuw }: EmailadresVanBurger): Mailprobleem | null {
  const works = bevestigdOp !== null && geweigerdOp === null
  const pending = nieuw && (nieuw.geweigerdOp ? 'geweigerd' : 'te_bevestigen')
  if (works) return pending && `nieuw_${pending}`
  return pending ?? (geweigerdOp ? 'geweigerd' : 'te_bevestigen')
}
