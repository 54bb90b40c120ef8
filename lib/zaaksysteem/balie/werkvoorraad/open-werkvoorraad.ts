import type { TracedActor } from '../../audit/recorded-transaction.ts'
import { lookAtZaken } from '../../catalogus/look-at-zaken.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Gerechtigde } from '../../rechten/mag.ts'
import { describeList } from './export-werkvoorraad.ts'
import { findWerkvoorraad, type WerkvoorraadQuery } from './find-werkvoorraad.ts'

/**
 * A page of a list as a behandelaar sees it, on record before it is shown: of what a search found each zaak, of a list that
 * somebody browses those that are vertrouwelijk, or of a zaaktype that is gevoelig.
 */
export async function openWerkvoorraad(
  ctx: ZaaksysteemContext,
  { query, lezer, actor }: { query: WerkvoorraadQuery; lezer: Gerechtigde; actor: TracedActor },
) {
  const begonnenOp = ctx.clock()
  const page = await findWerkvoorraad(ctx, query, lezer)
  await lookAtZaken(ctx, {
    actor,
    handeling: query.zoek ? 'zaken_zoeken' : 'lijst_bekijken',
    begonnenOp,
    zaakIds: page.regels.map(({ id }) => id),
    object: { soort: 'lijst', id: describeList(query) },
    ofLijst: !query.zoek,
    onceAMinute: true,
  })
  return page
}
