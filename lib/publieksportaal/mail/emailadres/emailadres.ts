import { decrypt, type Encrypted, encrypt } from '#lib/platform/crypto/encryption.ts'
import { burgerActor, type Handelende, recordedTransaction } from '#lib/publieksportaal/audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'

type Keys = { env: Pick<PublieksportaalContext['env'], 'PUBLIEKSPORTAAL_ENCRYPTION_KEYS'> }

/** Binds an address to the id of its citizen: copied to another row it does not decrypt. */
export const BOUND_TO = 'emailadres:'
export const boundTo = (burgerId: string) => BOUND_TO + burgerId

export function encryptAdres({ env }: Keys, { burgerId, adres }: { burgerId: string; adres: string }): Encrypted {
  return encrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, { plaintext: Buffer.from(adres), boundTo: boundTo(burgerId) })
}

/** @throws DecryptionError */
export function decryptAdres(
  { env }: Keys,
  { burgerId, versleuteld, sleutelId }: Pick<Encrypted, 'sleutelId'> & { burgerId: string; versleuteld: Uint8Array },
): string {
  const secret = { versleuteld, sleutelId, boundTo: boundTo(burgerId) }
  return decrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, secret).toString()
}

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

/** Sets the kinds of changes to mail; waiting mail obeys the new choice too. */
export async function setMailvoorkeuren(
  ctx: Pick<PublieksportaalContext, 'db' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId, voorkeuren }: Handelende & { voorkeuren: Mailvoorkeuren },
): Promise<void> {
  const { voortgang, termijnen } = voorkeuren
  await recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.emailadres.updateMany({
      where: { burgerId, NOT: { voortgang, termijnen } },
      data: { voortgang, termijnen },
    })
    if (count > 0) await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'voorkeuren_wijzigen' })
  })
}
