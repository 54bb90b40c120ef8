import type pg from 'pg'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { Statement } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import { readLiveHint } from '../inbox/live-hint.ts'

/** Finds the zaken whose removal was received, in any order of events. Parameter: their ids. */
const FIND_REMOVED = `
  select lower(subject) as id from ontvangen_gebeurtenis
  where type = '${EVENT_TYPES.verwijdering}'
    and subject = any ($1::text[] || array(select upper(id) from unnest($1::text[]) as wanted (id)))`

/**
 * Held while a new zaak is stored or a removal is carried out, so that a fetch that began before the removal
 * cannot store the zaak after it. Taken before any row lock.
 */
export const LOCK_ZAAK = 'select pg_advisory_xact_lock(hashtextextended(lower($1), 0))'

/** Tells open pages that a zaak is gone. `from` provides `versie` and `numbered` (burger and number). */
const TELL = ({ now, notify, from }: { now: string; notify: string; from: string }) => `
  told as (
    insert into verwijderde_zaak (id, burger_id, versie, live_volgnummer, verwijderd_op)
    select $1::uuid, numbered.id, versie, live_volgnummer, ${now}::timestamptz from ${from}
    on conflict (burger_id, id) do update
      set versie = excluded.versie, live_volgnummer = excluded.live_volgnummer, verwijderd_op = excluded.verwijderd_op
    returning concat_ws(' ', burger_id, live_volgnummer, id, versie) as hint
  )
  select hint, case when ${notify}::boolean then pg_notify('live', hint) end from told`

const REMOVE = `
  with numbered as (
    update burger set live_volgnummer = live_volgnummer + 1 where id = (select burger_id from zaak where id = $1)
    returning id, live_volgnummer
  ), gone as (
    delete from zaak using numbered where zaak.id = $1 and zaak.burger_id = numbered.id returning zaak.versie
  ), ${TELL({ now: '$2', notify: '$3', from: 'numbered, gone' })}`

/**
 * For a citizen who should never have seen the zaak: removes it from open pages and cancels its pending
 * mails. Parameters: the zaak, the burger, the versie of the zaak, now, and whether to notify.
 */
const LEAVE = `
  with numbered as (
    update burger set live_volgnummer = live_volgnummer + 1 where id = $2::uuid
    returning id, live_volgnummer, $3::int as versie
  ), unmailed as (
    delete from uitgaande_mail where zaak_id = $1::uuid and tot_versie is null
  ), ${TELL({ now: '$4', notify: '$5', from: 'numbered' })}`

export function leaveStatement(
  { clock, liveBus }: Pick<PublieksportaalContext, 'clock' | 'liveBus'>,
  { zaakId, burgerId, versie }: { zaakId: string; burgerId: string; versie: number },
): Statement {
  const values = [zaakId, burgerId, String(versie), clock().toISOString(), String(liveBus === undefined)]
  return { name: 'leave-burger', text: LEAVE, values }
}

/** True when the removal of the zaak was received. */
export async function isRemoved(client: pg.PoolClient, zaakId: string): Promise<boolean> {
  return (await client.query(FIND_REMOVED, [[zaakId.toLowerCase()]])).rows.length > 0
}

/**
 * Removes the zaken whose removal was received, with all that belongs to them, and tells open pages.
 *
 * @returns their ids, including those already gone
 */
export async function removeZaken(ctx: PublieksportaalContext, zaakIds: string[]): Promise<Set<string>> {
  const { rows } = await ctx.pool.query<{ id: string }>({ name: 'find-removed', text: FIND_REMOVED, values: [zaakIds] })
  const removed = new Set(rows.map(({ id }) => id))
  for (const zaakId of removed) await removeZaak(ctx, zaakId)
  return removed
}

async function removeZaak({ pool, clock, liveBus }: PublieksportaalContext, zaakId: string): Promise<void> {
  const now = clock()
  const [told] = await inTransaction(pool, async (client) => {
    await client.query(LOCK_ZAAK, [zaakId])
    return (await client.query<{ hint: string }>(REMOVE, [zaakId, now, liveBus === undefined])).rows
  })
  if (told) liveBus?.publish({ burgerIds: [readLiveHint(told.hint).burgerId], ordered: false })
}
