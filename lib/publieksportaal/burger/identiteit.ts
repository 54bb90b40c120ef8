import type { Initiator } from '#lib/contract/zaak-resource.ts'
import { decrypt } from '#lib/platform/crypto/encryption.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'

/**
 * An identity before hashing: a plain BSN, or another number behind a prefix that no BSN has, so that numbers
 * of two kinds never collide.
 */
export type Identiteit = string

export function identiteitOf(initiator: Initiator): Identiteit {
  if ('bsn' in initiator) return initiator.bsn
  const { kvkNummer, vestigingsnummer } = initiator
  return vestigingsnummer === undefined ? `kvk:${kvkNummer}` : `kvk:${kvkNummer}:${vestigingsnummer}`
}

/** Returns the identity of a person who acts for a company: the pseudonym of eHerkenning. */
export function identiteitOfPseudoniem(pseudoniem: string): Identiteit {
  return `eherkenning:${pseudoniem}`
}

/** Prefix of the burger id to which the number of a vestiging is bound. */
export const BOUND_TO = 'vestiging:'
export const boundTo = (burgerId: string) => BOUND_TO + burgerId

type Vestiging = { burgerId: string; vestigingsnummer: string }
type Row = { burgerId: string; versleuteld: Uint8Array; sleutelId: string }

/** Returns the vestigingen of a company with zaken of their own, ordered by number. */
export async function findVestigingen(
  { db, env }: Pick<PublieksportaalContext, 'db' | 'env'>,
  bedrijfId: string,
): Promise<Vestiging[]> {
  const rows = await db.vestiging.findMany({ where: { bedrijfId } })
  return rows
    .map((row) => ({ burgerId: row.burgerId, vestigingsnummer: decryptNummer(env, row) }))
    .toSorted((one, other) => one.vestigingsnummer.localeCompare(other.vestigingsnummer))
}

/** Returns the number of this vestiging; null for any other burger. */
export async function findVestigingsnummer(
  { db, env }: Pick<PublieksportaalContext, 'db' | 'env'>,
  burgerId: string,
): Promise<string | null> {
  const row = await db.vestiging.findUnique({ where: { burgerId } })
  return row && decryptNummer(env, row)
}

/** @throws DecryptionError */
function decryptNummer(env: PublieksportaalContext['env'], { burgerId, versleuteld, sleutelId }: Row): string {
  const secret = { versleuteld, sleutelId, boundTo: boundTo(burgerId) }
  return decrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, secret).toString()
}
