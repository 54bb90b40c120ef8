import type { StatusSoort } from '#lib/contract/event-types.ts'

/** The last request to complete the aanvraag, open or not. Dates are `yyyy-mm-dd`. */
export type Aanvullingsverzoek = {
  /** the day after which the term stood still */
  op: string
  /** the last day to send it */
  tot: string
  /** the soort of the act that resumed the term, and the day of that; null while it stands still */
  einde: StatusSoort | null
  hervatOp: string | null
  onderdelen: { id: string; naam: string; ontvangenOp: string | null }[]
}

/**
 * Selects the aanvullingsverzoek of a row of `zaak`; null without one. Ignores a request that was undone, and
 * a history row that the next row takes back. Both rows of `status` are found by the zaak itself; by a join
 * with `asked`, a plan for an empty table reads all of it.
 */
export const SELECT_AANVULLINGSVERZOEK = `(
    select json_build_object('op', waited.opgeschort_op, 'tot', waited.opgeschort_tot, 'einde', ended.soort,
      'hervatOp', ended.hervat_op, 'onderdelen', (
        select json_agg(json_build_object('id', id, 'naam', naam, 'ontvangenOp', ontvangen_op) order by volgnummer)
        from aanvulling where zaak_id = zaak.id and versie = asked.versie
      ))
    from (
      select versie from aanvulling where zaak_id = zaak.id and not teruggenomen order by versie desc limit 1
    ) asked
    join status waited on waited.zaak_id = zaak.id and waited.versie >= asked.versie and waited.opschorting = 'aanvulling'
    left join status ended on ended.zaak_id = zaak.id and ended.versie = waited.versie + 1
    where ended.soort is distinct from 'herstel'
    order by waited.versie desc limit 1
  )`
