import type { ZaaksysteemContext } from '../../context.ts'
import { type Gerechtigde, zakenMet } from '../../rechten/mag.ts'

/** A whole zaaknummer, or the digits after its year without the zeros before them. */
const ZAAKNUMMER = /^ZAAK-\d{4}-\d{10}$/i
const NUMMER = /^\d{1,10}$/
/** The column is an integer of PostgreSQL. */
const MAX_NUMMER = 2 ** 31 - 1

/**
 * Returns the id of the open or closed zaak with this number when the reader may read it. Records no look,
 * because it shows nothing of the zaak.
 */
export async function findZaakByNummer(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  zoek: string,
  lezer: Gerechtigde,
): Promise<string | undefined> {
  const nummer = NUMMER.test(zoek) ? Number(zoek) : Number.POSITIVE_INFINITY
  if (!ZAAKNUMMER.test(zoek) && nummer > MAX_NUMMER) return undefined
  const which = nummer <= MAX_NUMMER ? { nummer } : { identificatie: zoek.toUpperCase() }
  return (await db.zaak.findUnique({ where: { ...which, AND: zakenMet(lezer, 'lezen') }, select: { id: true } }))?.id
}
