import { z } from 'zod'

const date = { id: 'zaak.id', type: 'date', key: z.iso.date().regex(/^[1-9]/) } as const
const text = { id: 'zaak.id', type: 'text', key: z.string().regex(/^[^\p{Cc}\p{Cs}]*$/u) } as const

/**
 * The sort orders of the werkvoorraad; only these expressions reach the SQL text. `type` casts the `sleutel`
 * of a cursor, `key` validates it, and `id` breaks ties. Text is compared by bytes, so that pages do not
 * depend on the collation of a database. Each order has an index for open zaken and one for closed ones.
 */
export const SORT_KEYS = {
  streefdatum: { expression: 'zaak.einddatum_gepland', ...date },
  fataledatum: { expression: 'zaak.uiterlijke_einddatum', ...date },
  zaaknummer: { expression: 'zaak.identificatie COLLATE "C"', ...text },
  zaaktype: { expression: 'zaak.zaaktypenaam COLLATE "C"', ...text },
  // Zaken without a behandelaar come first: they wait to be picked up.
  behandelaar: { expression: 'zaak.behandelaarnaam COLLATE "C"', ...text },
  status: { expression: 'zaak.lijststatusnaam COLLATE "C"', ...text, id: 'zaak.lijst_zaak_id' },
} as const

/** The order by streefdatum among zaken with one status, or with an aanvulling that came. */
export const STREEFDATUM_BY_STATUS = { expression: 'zaak.lijststreefdatum', ...date, id: 'zaak.lijst_zaak_id' } as const

export type Sortering = keyof typeof SORT_KEYS
export type Richting = 'op' | 'af'

type Order = { sorteer: Sortering; richting: Richting }
/** A key begins with its order, so that a list in another order refuses it. */
type Key = [Sortering, Richting, sleutel: string, id: string]

export function keySchema({ sorteer, richting }: Order): z.ZodType<Key> {
  return z.tuple([z.literal(sorteer), z.literal(richting), SORT_KEYS[sorteer].key, z.uuid()])
}

export function keyOf({ sorteer, richting }: Order, { sleutel, id }: { sleutel: string; id: string }): Key {
  return [sorteer, richting, sleutel, id]
}
