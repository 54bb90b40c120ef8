import { validate as isUuid } from 'uuid'
import type { PublieksportaalContext } from '../context.ts'

/** Records that the citizen has had this versie on screen. Never goes back, and never beyond the current versie. */
export async function markGezien(
  ctx: PublieksportaalContext,
  { burgerId, zaakId, versie }: { burgerId: string; zaakId: string; versie: number },
): Promise<void> {
  if (!isUuid(zaakId) || !Number.isSafeInteger(versie)) return
  await ctx.pool.query(
    `update zaak set gezien_versie = least($3::bigint, versie)
     where id = $2 and burger_id = $1 and gezien_versie < least($3::bigint, versie)`,
    [burgerId, zaakId, versie],
  )
}
