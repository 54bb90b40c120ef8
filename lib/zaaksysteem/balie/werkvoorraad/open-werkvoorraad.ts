import { recordLook } from '../../audit/record-look.ts'
import type { TracedActor } from '../../audit/recorded-transaction.ts'
import { findZaaktypen } from '../../catalogus/find-zaaktypen.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Gerechtigde } from '../../rechten/mag.ts'
import { describeList } from './export-werkvoorraad.ts'
import { findWerkvoorraad, type WerkvoorraadQuery } from './find-werkvoorraad.ts'

/**
 * A page of a list as a behandelaar sees it. One with zaken that are vertrouwelijk, or of a zaaktype that is gevoelig, is on
 * record before it is shown: one row, with how many they are.
 */
export async function openWerkvoorraad(
  ctx: ZaaksysteemContext,
  { query, lezer, actor }: { query: WerkvoorraadQuery; lezer: Gerechtigde; actor: TracedActor },
) {
  const begonnenOp = ctx.clock()
  const [page, zaaktypen] = await Promise.all([findWerkvoorraad(ctx, query, lezer), findZaaktypen(ctx)])
  const gevoelig = zaaktypen.flatMap((zaaktype) => (zaaktype.gevoelig ? zaaktype.identificatie : []))
  const aantal = page.regels.filter((zaak) => zaak.vertrouwelijk || gevoelig.includes(zaak.zaaktype)).length
  const object = { soort: 'lijst', id: describeList(query) }
  const seen = aantal > 0 ? [{ object, aantal }] : []
  await recordLook(ctx, { actor, handeling: 'lijst_bekijken', begonnenOp, seen })
  return page
}
