import type { PublieksportaalContext } from '../context.ts'
import type { BronStatus, Contentmodus, Credentialtype } from '../generated/enums.ts'

/** One way in which a source may deliver; `geldigTot` null: until it changes. */
export type Bezorgwijze = { credentialtype: Credentialtype; contentmodus: Contentmodus; geldigTot: Date | null }

/** What proves a delivery, ready to compare with; `vervaltOp` null: until it is replaced. */
export type Geheim = { id: string; credentialtype: Credentialtype; waarde: Buffer; vervaltOp: Date | null }

/** A source as it is registered. */
export type Bron = {
  source: string
  origin: string
  jwksUrl: string
  status: BronStatus
  /** deliveries per minute that one process takes; null is unlimited */
  maxPerMinuut: number | null
  /** until then a secret may be on its way here */
  wachtOpGeheimTot: Date | null
  bezorgwijzen: Bezorgwijze[]
  geheimen: Geheim[]
}

/** The methods with a secret that both sides hold; the others need only the source's published keys. */
export const CREDENTIALTYPES_MET_GEHEIM: ReadonlySet<Credentialtype> = new Set<Credentialtype>([
  'ACCESSTOKEN',
  'STANDARDWEBHOOKS',
])

/** The secrets that are valid at this very moment. */
export function validGeheimen(
  ctx: PublieksportaalContext,
  { geheimen }: Bron,
  credentialtype: Credentialtype,
): Geheim[] {
  const now = ctx.clock()
  return geheimen.filter((geheim) => geheim.credentialtype === credentialtype && isBefore(now, geheim.vervaltOp))
}

/** Whether `now` is before the end; no end is never reached. */
export function isBefore(now: Date, end: Date | null): boolean {
  return end === null || now < end
}
