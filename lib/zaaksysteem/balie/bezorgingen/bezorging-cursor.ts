import { z } from 'zod'

/** Where a page begins: after (`na`) or before (`voor`) the delivery of this event to this abonnement. */
export type BezorgingCursor = { kant: 'na' | 'voor'; sequence: number; abonnementId: string }

const MAX_SEQUENCE = 2_147_483_647
const parts = z.tuple([z.enum(['na', 'voor']), z.int().min(0).max(MAX_SEQUENCE), z.uuid()])

export function encodeCursor({ kant, sequence, abonnementId }: BezorgingCursor): string {
  return Buffer.from(JSON.stringify([kant, sequence, abonnementId])).toString('base64url')
}

/** A broken cursor is no cursor. */
export function decodeCursor(text: string | undefined): BezorgingCursor | undefined {
  if (!text) return undefined
  const parsed = parts.safeParse(parseJson(Buffer.from(text, 'base64url').toString()))
  if (!parsed.success) return undefined
  const [kant, sequence, abonnementId] = parsed.data
  return { kant, sequence, abonnementId }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
