import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { werkdagenLater } from '#lib/platform/feestdagen.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { tellOnce } from './signaleer.ts'

/** The number of werkdagen before consent to wait ends. */
const WERKDAGEN_BEFORE = 2
/**
 * The number of days after an ingebrekestelling; after fourteen a late besluit costs money (Awb 4:17 lid 3).
 */
const DWANGSOM_NEAR_AFTER_DAYS = 11
/** Interval of signaleringen about an opschorting without an end of its own. */
const EVERY_WEEKS = 2

/**
 * The conditions on `opschorting` are written as in their indexes. A later signalering about the same
 * opschorting replaces an unseen earlier one. Parameters: today, now, the last day that is near.
 */
const SIGNALEER = `
  with stil as (
    select id, behandelaar_id, 'instemming_eindigt'::signalering_soort as soort, opgeschort_tot::text as gegeven
    from zaak
    where opschorting <> 'opschorting' and opschorting = 'instemming' and behandelaar_id is not null
      and opgeschort_tot between $1::date and $3::date
    union all
    select id, behandelaar_id, 'opschorting_duurt',
      concat(opgeschort_op, '/', ($1::date - opgeschort_op) / ${EVERY_WEEKS * 7} * ${EVERY_WEEKS})
    from zaak
    where einddatum is null and opschorting is not null and opschorting = 'opschorting' and behandelaar_id is not null
      and opgeschort_op <= $1::date - ${EVERY_WEEKS * 7}
    union all
    select id, behandelaar_id, 'dwangsom_nabij', ingebrekegesteld_op::text
    from zaak
    where einddatum is null and ingebrekegesteld_op is not null and behandelaar_id is not null
      and ingebrekegesteld_op <= $1::date - ${DWANGSOM_NEAR_AFTER_DAYS} and coalesce(niet_laat_vanaf > $1::date, true)
      and not exists (
        select from zaaktypeversie as type
        where identificatie = zaak.zaaktype and type.versie = zaak.zaaktypeversie and gegevens ->> 'geenDwangsom' is not null
      )
  ), ${tellOnce('stil')}`

/**
 * Tells behandelaars once that consent to wait will end (Awb 4:15 lid 2 a), and every two weeks that an
 * opschorting lasts that only they can end (lid 1 b, lid 2 b and c). Also tells that a late besluit will cost
 * money (Awb 4:17).
 *
 * @returns the number of signaleringen
 */
export async function signaleerStilstand({ pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>): Promise<number> {
  const now = clock()
  const today = dateInAmsterdam(now)
  const { rows } = await pool.query<{ count: number }>(SIGNALEER, [today, now, werkdagenLater(today, WERKDAGEN_BEFORE)])
  return rows[0]?.count ?? 0
}
