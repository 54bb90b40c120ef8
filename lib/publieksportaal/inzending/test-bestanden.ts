import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { PublieksportaalContext } from '../context.ts'
import { addBestand } from './add-bestand.ts'

type Of = { burgerId: string; zaakId: string; aanvulling: string }

/** Returns a unique file with the header of a PDF. */
export const testPdf = (size = 100_000): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)])

export function addTestBestand(ctx: PublieksportaalContext, of: Of, { bytes = testPdf(), naam = 'begane grond' } = {}) {
  return addBestand(ctx, of, (store) => store({ naam, bytes: Readable.from([bytes]) }))
}

/** Returns the files in the store of the portal, partial ones included. */
export async function storedFiles({ env }: Pick<PublieksportaalContext, 'env'>): Promise<string[]> {
  const all = await readdir(env.PUBLIEKSPORTAAL_BESTANDEN_MAP, { recursive: true }).catch(() => [])
  return all.filter((name) => name.includes('/')).toSorted()
}
