import { HOUR_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '../context.ts'
import { mailServer } from '../env.ts'
import { READY_MS } from './sweep-bestanden.ts'

/** The mail goes this long before the first removal, for a citizen who reads mail a few times a day. */
const BEFORE_MS = 6 * HOUR_MS
/** Files that are removed within this time after the first share its mail. */
const TOGETHER_MS = 6 * HOUR_MS

/** Marks the files first, so that concurrent processes mail the citizen once. */
const REMIND = `
  with due as (
    select distinct burger_id, zaak_id from bestand
    where status = 'opgeslagen' and inzending_id is null and foutcode is null and herinnerd_op is null and aangemaakt_op <= $1
      and burger_id is not null and zaak_id is not null
  ), marked as (
    update bestand set herinnerd_op = $3 from due
    where bestand.burger_id = due.burger_id and bestand.zaak_id = due.zaak_id and status = 'opgeslagen' and inzending_id is null
      and herinnerd_op is null and aangemaakt_op <= $2
    returning bestand.burger_id, bestand.zaak_id
  )
  insert into uitgaande_mail (id, soort, burger_id, zaak_id, volgende_poging, aangemaakt_op)
  select gen_random_uuid(), 'klaargezet', burger.id, zaak_id, $3, $3
  from (select distinct burger_id, zaak_id from marked) as told join burger on burger.id = told.burger_id
  where herinner_aanvulling and exists (select from emailadres where burger_id = burger.id and versleuteld is not null)`

/** Queues a mail about unsent files before they are removed. */
export async function remindOfReady({
  env,
  pool,
  clock,
}: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock'>): Promise<void> {
  if (!mailServer(env)) return
  const now = clock()
  const due = now.getTime() - READY_MS + BEFORE_MS
  await pool.query(REMIND, [new Date(due), new Date(due + TOGETHER_MS), now])
}
