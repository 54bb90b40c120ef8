import { z } from 'zod'

const date = { type: 'date', key: z.iso.date().regex(/^[1-9]/) } as const
const int = { type: 'int', key: z.string().regex(/^\d{1,9}$/) } as const
const text = { type: 'text', key: z.string().regex(/^\P{Cc}*$/u) } as const

/**
 * What the werkvoorraad can be sorted by. Only these expressions reach the SQL text; `type` is what a cursor's key is
 * cast to and `key` what it must look like. Text compares byte by byte, so that every database pages alike.
 */
export const SORT_KEYS = {
  streefdatum: { expression: 'zaak.einddatum_gepland', ...date },
  fataledatum: { expression: 'zaak.uiterlijke_einddatum', ...date },
  zaaknummer: { expression: 'zaak.nummer', ...int },
  zaaktype: { expression: 'label.zaaktype_omschrijving COLLATE "C"', ...text },
  // without a behandelaar comes first: that is what waits to be picked up
  behandelaar: { expression: `coalesce(behandelaar.naam, '') COLLATE "C"`, ...text },
  status: { expression: 'label.status_omschrijving COLLATE "C"', ...text },
} as const

export type Sortering = keyof typeof SORT_KEYS
export type Richting = 'op' | 'af'

/** Where a page begins: after (`na`) or before (`voor`) the row with this key and id. */
export type Cursor = { kant: 'na' | 'voor'; sleutel: string; id: string }

type Order = { sorteer: Sortering; richting: Richting }

export function encodeCursor({ sorteer, richting }: Order, { kant, sleutel, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sorteer, richting, kant, sleutel, id])).toString('base64url')
}

/** A cursor that is broken, or belongs to another order, is no cursor. */
export function decodeCursor({ sorteer, richting }: Order, text: string | undefined): Cursor | undefined {
  if (!text) return undefined
  const parts = z.tuple([
    z.literal(sorteer),
    z.literal(richting),
    z.enum(['na', 'voor']),
    SORT_KEYS[sorteer].key,
    z.uuid(),
  ])
  const parsed = parts.safeParse(parseJson(Buffer.from(text, 'base64url').toString()))
  if (!parsed.success) return undefined
  const [, , kant, sleutel, id] = parsed.data
  return { kant, sleutel, id }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
