import type { TracedActor } from '../audit/recorded-transaction.ts'
import { lookAtZaken } from '../catalogus/look-at-zaken.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Gerechtigde } from '../rechten/mag.ts'
import { describeList } from './export-werkvoorraad.ts'
import { findWerkvoorraad, type WerkvoorraadQuery } from './find-werkvoorraad.ts'

/**
 * Returns a page of a list for a behandelaar, after recording the looks. A search records every zaak found.
 * Browsing a list records only vertrouwelijke zaken and those of a gevoelig zaaktype.
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
