import { validate as isUuid } from 'uuid'
import type { PublieksportaalContext } from '../context.ts'

/**
 * One statement, so that the zaaksysteem is told of what was seen whenever it was. Every change up to the versie is seen at
 * that moment, because the page shows them all. The lock gives two tabs a turn each: the second one finds nothing new.
 */
const MARK = `
  with unseen as (
    select id, burger_id, gezien_versie as van, least($3::bigint, versie) as tot from zaak
    where id = $2 and burger_id = $1 and gezien_versie < least($3::bigint, versie)
    for no key update
  ), marked as (
    update zaak set gezien_versie = tot from unseen where zaak.id = unseen.id
  )
  insert into bewijs (bron, gebeurtenis_id, soort, zaak_id, burger_id, tijdstip, volgende_poging)
  select $4, gebeurtenis_id, 'gezien', unseen.id, burger_id, $5::timestamptz, $5::timestamptz
  from unseen join status on status.zaak_id = unseen.id and status.versie > van and status.versie <= tot
  on conflict do nothing`

/** Records that the citizen has had this versie on screen. Never goes back, and never beyond the current versie. */
export async function markGezien(
  ctx: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock'>,
  { burgerId, zaakId, versie }: { burgerId: string; zaakId: string; versie: number },
): Promise<void> {
  if (!isUuid(zaakId) || !Number.isSafeInteger(versie)) return
  await ctx.pool.query(MARK, [burgerId, zaakId, versie, ctx.env.PUBLIEKSPORTAAL_BRON, ctx.clock()])
}
