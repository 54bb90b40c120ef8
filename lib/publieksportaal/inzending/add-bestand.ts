import { validate as isUuid } from 'uuid'
import type { ForeignFile } from '#lib/platform/bestand/take-in-bestand.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { type Opgeslagen, storeBestand } from '../bestand/store-bestand.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findZaakOfBurger } from '../zaak/find-zaken-of-burger.ts'
import { findInzendingen } from './find-inzendingen.ts'
import { nogTeMelden } from './submit-inzending.ts'

type NotAdded = { ok: false; reason: 'not_found' | 'not_asked' }

/**
 * Stores a file for a thing that is asked of an own zaak. Another's zaak is not found, before any byte is
 * read.
 */
export async function addBestand<T>(
  ctx: PublieksportaalContext,
  of: { burgerId: string; zaakId: string; aanvulling: string },
  read: (store: (file: ForeignFile) => Promise<Opgeslagen>) => Promise<T>,
): Promise<T | NotAdded> {
  const zaak = isUuid(of.zaakId) && (await findZaakOfBurger(ctx, of))
  if (!zaak) return { ok: false, reason: 'not_found' }
  const inzendingen = await findInzendingen(ctx, of)
  const asked = nogTeMelden(zaak, { inzendingen, today: dateInAmsterdam(ctx.clock()) })
  if (!asked.some(({ id }) => id === of.aanvulling)) return { ok: false, reason: 'not_asked' }
  return read((file) => storeBestand(ctx, of, file))
}
