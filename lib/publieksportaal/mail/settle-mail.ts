import type pg from 'pg'
import { isOver } from '#lib/platform/is-over.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import { bounceMailbox } from '../env.ts'
import { nextAttempt } from '../outbox/attempts.ts'
import { GIVE_UP_MS, WACHTRIJEN } from '../outbox/wachtrijen.ts'
import type { ClaimedMail } from './claimed-mail.ts'

type Settling = Pick<PublieksportaalContext, 'env' | 'pool' | 'clock'>

const OWN_MAIL = 'id = $1 and pogingen = $2'

/**
 * Ends a mail only under its own lease: after its expiry another process may have it. Locks the zaak, to
 * which a bewijs refers, before the mail, as its removal does, to avoid a deadlock. Keeps the sent mail for
 * bounces, when those are read.
 */
const END = `
  with kept as materialized (
    select id from zaak where id = (select zaak_id from uitgaande_mail where ${OWN_MAIL}) for key share
  ), gone as (
    delete from uitgaande_mail where ${OWN_MAIL} and (zaak_id is null or zaak_id in (select id from kept))
    returning id, zaak_id, burger_id
  ), sent as (
    insert into verzonden_mail (id, burger_id, zaak_id, retourcode, versies, verzonden_op)
    select id, burger_id, zaak_id, $7, $4::int[], $6::timestamptz from gone
    where $8::boolean
  )
  insert into bewijs (bron, gebeurtenis_id, soort, zaak_id, burger_id, tijdstip, volgende_poging)
  select $3, gebeurtenis_id, (case when versie = any ($4::int[]) then $9 else 'mail_vervangen' end)::bewijssoort,
    gone.zaak_id, gone.burger_id, $6::timestamptz, $6::timestamptz
  from gone join status on status.zaak_id = gone.zaak_id and versie = any ($4::int[] || $5::int[])
  on conflict do nothing`

/**
 * Ends a mail that was accepted, given up or had nothing to tell, and queues its report in the same
 * statement.
 *
 * @param ended.soort the outcome for `told`
 * @param ended.isSent false when it had nothing to tell, so that it cannot bounce
 */
export async function endMail(
  { env, pool, clock }: Settling,
  ended: {
    mail: ClaimedMail
    soort: 'gemaild' | 'mail_geweigerd'
    isSent?: boolean
    told: number[]
    replaced: number[]
  },
): Promise<void> {
  const { mail, soort, isSent = soort === 'gemaild', told, replaced } = ended
  const comesBack = isSent && bounceMailbox(env) !== undefined
  const values = [mail.id, mail.pogingen, env.PUBLIEKSPORTAAL_BRON, told, replaced, clock()]
  await pool.query(END, [...values, mail.adres.retourcode, comesBack, soort])
}

const MARK = `
  with nieuw as (
    update nieuw_emailadres set geweigerd_op = $3, bevestiging_hash = null, bevestiging_verloopt_op = null
    where burger_id = $1 and retourcode = $2
    returning burger_id
  ), known as (
    update emailadres set geweigerd_op = $3, geweigerd_code = $4, bevestiging_hash = null, bevestiging_verloopt_op = null
    where burger_id = $1 and retourcode = $2 and versleuteld is not null
    returning burger_id
  )
  select from nieuw union all select from known`

/**
 * Marks an address that refuses mail. The citizen sees that at his address; each waiting mail is reported in
 * its turn.
 *
 * @returns false, without any effect, when the citizen changed the address since
 */
export async function refuseAdres(
  client: pg.Pool | pg.ClientBase,
  { burgerId, retourcode, code, now }: { burgerId: string; retourcode: string; code: string; now: Date },
): Promise<boolean> {
  const { rowCount } = await client.query(MARK, [burgerId, retourcode, now, code])
  return rowCount !== 0
}

const OWN = `select from uitgaande_mail where ${OWN_MAIL} for update`
const GATHERS_AGAIN = `delete from uitgaande_mail where soort = 'zaak' and zaak_id = $1 and tot_versie is null and id <> $2`

const TRY_AGAIN = `
  update uitgaande_mail
  set tot_versie = case when $2::boolean then tot_versie end, volgende_poging = $3,
    mislukt_sinds = coalesce(mislukt_sinds, $4::timestamptz)
  where id = $1`

/**
 * Plans the next attempt. A mail that surely did not arrive also covers the changes since, so the mail queued
 * for those is deleted. The lock on the zaak keeps another from being queued meanwhile.
 *
 * @param options.mayHaveArrived keeps the changes that the mail tells of: a mail program hides a second mail
 * with the same Message-ID
 * @param options.random from 0 up to 1, as `Math.random()` returns
 */
export async function retryMail(
  { pool, clock }: Settling,
  { mail, mayHaveArrived, random }: { mail: ClaimedMail; mayHaveArrived: boolean; random: number },
): Promise<void> {
  const now = clock()
  const next = nextAttempt(WACHTRIJEN.mail.retry, { ...mail, now, random })
  const takesIn = mail.soort === 'zaak' && !mayHaveArrived
  await inTransaction(pool, async (client) => {
    if (takesIn) await client.query('select from zaak where id = $1 for no key update', [mail.zaakId])
    const { rowCount } = await client.query(OWN, [mail.id, mail.pogingen])
    if (rowCount === 0) return
    if (takesIn) await client.query(GATHERS_AGAIN, [mail.zaakId, mail.id])
    await client.query(TRY_AGAIN, [mail.id, mayHaveArrived, next, now])
  })
}

/** True after days of failed attempts. The time before the first attempt does not count. */
export function isTooOld({ clock }: Pick<Settling, 'clock'>, since: Date | null): boolean {
  return since !== null && isOver(since.getTime() + GIVE_UP_MS.mail, { now: clock(), atMostMs: GIVE_UP_MS.mail })
}
