import type { StatusSoort } from '#lib/contract/event-types.ts'
import type { ZaaksysteemContext } from '../../context.ts'

/** What was asked last to complete the aanvraag, whether the term still stands still for it or not. Dates are `yyyy-mm-dd`. */
export type Aanvullingsverzoek = {
  /** the term stood still from the day after */
  op: string
  /** the last day to send it */
  tot: string
  /** of the act with which the term ran again, and the day on which it did; null while it stands still */
  einde: StatusSoort | null
  hervatOp: string | null
  onderdelen: { id: string; naam: string; ontvangenOp: string | null }[]
}

/**
 * That of a row of `zaak`; null when nothing was asked. What was asked by mistake counts for nothing, and a row of the history that the
 * next one takes back neither.
 */
export const SELECT_AANVULLINGSVERZOEK = `(
    select json_build_object('op', waited.opgeschort_op, 'tot', waited.opgeschort_tot, 'einde', ended.soort,
      'hervatOp', ended.hervat_op, 'onderdelen', (
        select json_agg(json_build_object('id', id, 'naam', naam, 'ontvangenOp', ontvangen_op) order by volgnummer)
        from aanvulling where zaak_id = asked.zaak_id and versie = asked.versie
      ))
    from (
      select zaak_id, versie from aanvulling where zaak_id = zaak.id and not teruggenomen order by versie desc limit 1
    ) asked
    join status waited on waited.zaak_id = asked.zaak_id and waited.versie >= asked.versie and waited.opschorting = 'aanvulling'
    left join status ended on ended.zaak_id = waited.zaak_id and ended.versie = waited.versie + 1
    where ended.soort is distinct from 'herstel'
    order by waited.versie desc limit 1
  )`

/** That of a zaak. */
export async function findAanvullingsverzoek(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  zaakId: string,
): Promise<Aanvullingsverzoek | null> {
  const text = `select ${SELECT_AANVULLINGSVERZOEK} as asked from zaak where id = $1`
  const { rows } = await pool.query<{ asked: Aanvullingsverzoek | null }>(text, [zaakId])
  return rows[0]?.asked ?? null
}
