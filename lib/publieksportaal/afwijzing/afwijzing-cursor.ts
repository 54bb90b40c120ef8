import { z } from 'zod'

/** Where a page begins: after (`na`) or before (`voor`) this afwijzing. */
export type AfwijzingCursor = { kant: 'na' | 'voor'; tijdstip: string; id: string }

const parts = z.tuple([z.enum(['na', 'voor']), z.iso.datetime(), z.uuid()])

export function encodeCursor(kant: AfwijzingCursor['kant'], { tijdstip, id }: { tijdstip: Date; id: string }): string {
  return Buffer.from(JSON.stringify([kant, tijdstip.toISOString(), id])).toString('base64url')
}

/** A broken cursor is no cursor. */
export function decodeCursor(text: string | undefined): AfwijzingCursor | undefined {
  if (!text) return undefined
  const parsed = parts.safeParse(parseJson(Buffer.from(text, 'base64url').toString()))
  if (!parsed.success) return undefined
  const [kant, tijdstip, id] = parsed.data
  return { kant, tijdstip, id }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
