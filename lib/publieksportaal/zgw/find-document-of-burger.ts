import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findZaakOfBurger } from '../zaak/find-zaak-of-burger.ts'
import type { DocumentVanBurger } from '../zaak/zaak-van-burger.ts'
import { withZgwDocumenten } from './with-zgw-documenten.ts'

/** Returns a document that this citizen may read now. `onbereikbaar`: the ZGW registratie may have it. */
export async function findDocumentOfBurger(
  ctx: PublieksportaalContext,
  { burgerId, zaakId, documentId }: { burgerId: string; zaakId: string; documentId: string },
): Promise<DocumentVanBurger | 'onbereikbaar' | undefined> {
  const found = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!found) return undefined
  const { zaak, onvolledig } = await withZgwDocumenten(ctx, found, documentId)
  const today = dateInAmsterdam(ctx.clock())
  const document = zaak.documenten.find(({ id, zichtbaarVanaf }) => id === documentId && zichtbaarVanaf <= today)
  return document ?? (onvolledig === 'onbereikbaar' ? onvolledig : undefined)
}
