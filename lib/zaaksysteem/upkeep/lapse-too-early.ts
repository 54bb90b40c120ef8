import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { queryByIndex } from '#lib/platform/postgres/run-pipeline.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { performHandeling } from '../zaak/handelingen/perform-handeling.ts'
import { LAPSE_INGEBREKESTELLING } from '../zaak/handelingen/te-laat/lapse-ingebrekestelling.ts'
import { TERMIJNBEWAKING } from '../zaak/wijziging/compose-act.ts'

const BATCH = 100

/** Finds zaken whose ingebrekestelling may have come too early. Skips one whose lapse somebody took back. */
const FIND = `
  select id, versie from zaak
  where einddatum is null and ingebrekegesteld_op is not null and dwangsom_bekend_op is null
    and (ingebrekegesteld_op <= uiterlijke_einddatum or opgeschort_op <= uiterlijke_einddatum)
    and (
      select soort from status where zaak_id = zaak.id and soort in ('ingebrekestelling', 'ingebrekestelling_vervallen')
      order by versie desc limit 1
    ) = 'ingebrekestelling'
  order by ingebrekegesteld_op desc limit ${BATCH}`

/**
 * Lets a too early ingebrekestelling lapse, when a process died between the act that showed this and the
 * lapse.
 *
 * @returns the number of lapsed ingebrekestellingen
 */
export async function lapseTooEarly(ctx: ZaaksysteemContext): Promise<number> {
  const { rows } = await queryByIndex<{ id: string; versie: number }>(ctx.pool, FIND, [])
  const outcomes = await Promise.all(
    rows.map(({ id: zaakId, versie }) => {
      const by = { gezetDoor: { taak: TERMIJNBEWAKING }, traceparent: traceparentOf(null) }
      return performHandeling(ctx, LAPSE_INGEBREKESTELLING, { zaakId, versie, ...by })
    }),
  )
  return outcomes.filter(({ ok }) => ok).length
}
