import type { StatusSoort } from '#lib/contract/event-types.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { firstIdOf } from '#lib/platform/postgres/keyset.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { UNREACHED } from './holds.ts'

/** The time that the aanvrager has to look in the portal. */
const WAIT_MS = 2 * DAY_MS
/** An older change got its signalering earlier, or no portal reported at the time. */
const LONG_AGO_MS = 9 * DAY_MS

/** The changes that must reach the aanvrager (Awb 2:10, 3:41, 4:5), besides the end of the zaak. */
const MUST_REACH: readonly StatusSoort[] = [
  'aanvullingsverzoek',
  'aanvulling_verlengd',
  'heropening',
  'besluit_vastgelegd',
  'besluit_bekendgemaakt',
  'besluit_gecorrigeerd',
  'besluit_ingetrokken',
  'ingebrekestelling_vervallen',
  'dwangsom_vastgesteld',
  'doorzending',
  'intrekking_afgewezen',
  'vraag_beantwoord',
]

/** The id of an event begins with its time, so this reads those days of its index. */
const SIGNALEER = `
  with onbereikt as materialized (
    select distinct on (zaak.id) zaak.id, zaak.behandelaar_id, status.gebeurtenis_id
    from status join zaak on zaak.id = status.zaak_id
    where status.gebeurtenis_id between $1::uuid and $2::uuid and zaak.behandelaar_id is not null
      and (status.soort = any($3) or status.soort = 'statuswijziging' and status.einddatum is not null)
      and ${UNREACHED}
    order by zaak.id, status.versie desc
  )
  insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
  select gen_random_uuid(), behandelaar_id, id, 'brief_nodig', gebeurtenis_id::text, $4 from onbereikt
  on conflict do nothing`

/**
 * Tells behandelaars which aanvragers need a letter: for two days an important change did not reach them, and
 * they get no mail.
 *
 * @returns the number of signaleringen
 */
export async function signaleerOnbereikt({ pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>): Promise<number> {
  const now = clock()
  const [from, to] = [LONG_AGO_MS, WAIT_MS].map((ms) => firstIdOf(new Date(now.getTime() - ms)))
  return (await pool.query(SIGNALEER, [from, to, MUST_REACH, now])).rowCount ?? 0
}
