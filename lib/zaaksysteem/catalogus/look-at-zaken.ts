import { recordLook, type Seen } from '../audit/record-look.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { loadGevoelig } from './find-zaaktypen.ts'

type Look = Parameters<typeof recordLook>[1]
type Row = { id: string; bsn: string | null; zaaktype: string; vertrouwelijk: boolean }

/**
 * Records a look at these zaken, one auditregel each, before they are shown. Opened, searched and
 * exported zaken are always recorded. A list that is browsed records only vertrouwelijke zaken and
 * those of a gevoelig zaaktype.
 *
 * @param look.object the list or the export that shows them
 * @param look.ofLijst true when they are in a list that is browsed
 */
export async function lookAtZaken(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'once'>,
  {
    zaakIds,
    object,
    ofLijst,
    ...look
  }: Omit<Look, 'seen'> & {
    zaakIds: readonly string[]
    object?: { soort: 'lijst' | 'export' | 'bulkopdracht' | 'doel'; id: string }
    ofLijst?: boolean
  },
): Promise<void> {
  if (zaakIds.length === 0) return
  const { rows } = await ctx.pool.query<Row>({
    name: 'find-looked-at',
    text: 'select id, aanvrager_bsn as bsn, zaaktype, vertrouwelijk from zaak where id = any($1::uuid[])',
    values: [zaakIds],
  })
  const isGevoelig = ofLijst ? await loadGevoelig(ctx, rows) : () => true
  const zaken = new Map(rows.map((row) => [row.id, row]))
  const seen = zaakIds.flatMap((id): Seen[] => {
    const zaak = zaken.get(id)
    // A zaak that was removed meanwhile is recorded too, without its betrokkene, who is no longer known.
    if (zaak && !isGevoelig(zaak)) return []
    return [{ zaak: { id, bsn: zaak?.bsn ?? null }, ...(object && { object }) }]
  })
  await recordLook(ctx, { ...look, seen })
}
