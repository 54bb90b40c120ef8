import type pg from 'pg'
import { isOver } from '#lib/platform/is-over.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import { bounceMailbox } from '../env.ts'
import { nextAttempt } from '../outbox/attempts.ts'
import { GIVE_UP_MS, REPEAT_MAIL, WACHTRIJEN } from '../outbox/wachtrijen.ts'
import type { ClaimedMail } from './claimed-mail.ts'

type Settling = Pick<PublieksportaalContext, 'env' | 'pool' | 'clock'>

const OWN_MAIL = 'id = $1 and pogingen = $2'

/**
 * Longer than the response may take: the mail is sent again after this when no process recorded the response.
 */
const HAND_OVER = `update uitgaande_mail set overgedragen_op = $3, volgende_poging = $4 where ${OWN_MAIL}`

/**
 * Records that the mail server gets the last byte now: only a mail with this record may have arrived.
 *
 * @throws when another process has the lease, so that the mail is not sent twice
 */
export async function noteHandover(
  { pool, clock }: Settling,
  { mail, random }: { mail: ClaimedMail; random: number },
): Promise<void> {
  const now = clock()
  const next = nextAttempt(REPEAT_MAIL, { ...mail, now, random })
  const { rowCount } = await pool.query(HAND_OVER, [mail.id, mail.pogingen, now, next])
  if (rowCount === 0) throw new Error('The mail is gone, or another process has it')
}

const GIVE_BACK = `update uitgaande_mail set pogingen = pogingen - 1, volgende_poging = $3 where ${OWN_MAIL}`

/** Returns a mail that the mail server did not get to the queue, due at once. */
export async function giveBackMail({ pool, clock }: Settling, { id, pogingen }: ClaimedMail): Promise<void> {
  await pool.query(GIVE_BACK, [id, pogingen, clock()])
}

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
    mislukt_sinds = coalesce(mislukt_sinds, $4::timestamptz),
    uitgesteld_sinds = case when $5::boolean then coalesce(uitgesteld_sinds, $4::timestamptz) end,
    overgedragen_op = case when $2::boolean then overgedragen_op end
  where id = $1`

/**
 * Schedules a retry. A mail that the mail server surely lacks includes later changes, and the mail that was
 * ordered for those is deleted. The lock on the zaak keeps another from being ordered meanwhile.
 *
 * @param options.isUnknown true when the mail server may have it, so that it stays unchanged
 * @param options.isDelayed true when it was deferred because of its address
 * @param options.random from 0 up to 1, as `Math.random()` returns
 */
export async function retryMail(
  { pool, clock }: Settling,
  {
    mail,
    isUnknown,
    isDelayed = false,
    random,
  }: { mail: ClaimedMail; isUnknown: boolean; isDelayed?: boolean; random: number },
): Promise<void> {
  const now = clock()
  const next = nextAttempt(isUnknown ? REPEAT_MAIL : WACHTRIJEN.mail.retry, { ...mail, now, random })
  await inTransaction(pool, async (client) => {
    const takesIn = mail.soort === 'zaak' && !isUnknown
    if (takesIn) await client.query('select from zaak where id = $1 for no key update', [mail.zaakId])
    const { rowCount } = await client.query(OWN, [mail.id, mail.pogingen])
    if (rowCount === 0) return
    if (takesIn) await client.query(GATHERS_AGAIN, [mail.zaakId, mail.id])
    await client.query(TRY_AGAIN, [mail.id, isUnknown, next, now, isDelayed])
  })
}

/** True when it has failed long enough to be given up. Waiting while no process sent mail does not count. */
export function isTooOld({ clock }: Pick<Settling, 'clock'>, since: Date | null): boolean {
  return since !== null && isOver(since.getTime() + GIVE_UP_MS.mail, { now: clock(), atMostMs: GIVE_UP_MS.mail })
}
