import type { PublieksportaalContext } from '../context.ts'
import type { BronStatus, Contentmodus, Credentialtype } from '../generated/enums.ts'

/** A way in which a bron may deliver. `geldigTot` is null until another way replaces it. */
export type Bezorgwijze = { credentialtype: Credentialtype; contentmodus: Contentmodus; geldigTot: Date | null }

/** `waarde`: SHA-256 of an access token, or an HMAC key. `vervaltOp` is null until another replaces it. */
export type Geheim = { id: string; credentialtype: Credentialtype; waarde: Buffer; vervaltOp: Date | null }

/** A bron as it is registered. */
export type Bron = {
  source: string
  origin: string
  jwksUrl: string
  status: BronStatus
  /** bezorgingen per minute that one process takes; null is unlimited */
  maxPerMinuut: number | null
  /** until this time the bron may use a secret that the portal has not stored yet */
  wachtOpGeheimTot: Date | null
  bezorgwijzen: Bezorgwijze[]
  geheimen: Geheim[]
}

/** The methods with a shared secret; the others need only the bron's published keys. */
export const CREDENTIALTYPES_MET_GEHEIM: ReadonlySet<Credentialtype> = new Set<Credentialtype>([
  'ACCESSTOKEN',
  'STANDARDWEBHOOKS',
])

/** Returns the secrets of one method that are valid now. */
export function validGeheimen(
  ctx: PublieksportaalContext,
  { geheimen }: Bron,
  credentialtype: Credentialtype,
): Geheim[] {
  const now = ctx.clock()
  return geheimen.filter((geheim) => geheim.credentialtype === credentialtype && isBefore(now, geheim.vervaltOp))
}

export function isBefore(now: Date, end: Date | null): boolean {
  return end === null || now < end
}
