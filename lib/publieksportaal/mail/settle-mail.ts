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

/** Longer than is waited for the answer: so much later is it sent again when nobody is left to hear it. */
const HAND_OVER = `update uitgaande_mail set overgedragen_op = $3, volgende_poging = $4 where ${OWN_MAIL}`

/**
 * Notes that the mail server gets the last byte now: only of what has this note may it be that it arrived.
 *
 * @throws when another process has it by now, so that it is not sent twice
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

/** Leaves a mail that the mail server did not get to the next process, at once. */
export async function giveBackMail({ pool, clock }: Settling, { id, pogingen }: ClaimedMail): Promise<void> {
  await pool.query(GIVE_BACK, [id, pogingen, clock()])
}

/**
 * Ends a mail only as it was claimed: after its lease ran out, another process may have it. The zaak, which a bewijs refers to,
 * is locked before the mail, as whoever removes it does, so that the two cannot deadlock. What was mailed may come back, and is
 * kept until then when that is read.
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
 * Ends a mail that was accepted, is given up, or has nothing left to tell, and has the zaaksysteem told in the same statement.
 *
 * @param ended.soort what became of `told`
 * @param ended.isSent false when it had nothing to tell, so that nothing can come back
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
 * Marks the address as one that takes no mail. The citizen sees it at his address; each mail that waits for it is reported when it
 * is its turn.
 *
 * @returns false, and nothing is done, when the citizen has another address since
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
 * Has it tried again later. One that the mail server surely does not have takes in what happened since, and the mail that was
 * ordered for that goes. The lock on the zaak keeps another from being ordered meanwhile.
 *
 * @param options.isUnknown the mail server may have it, so it stays as it is
 * @param options.isDelayed it was put off because of its address
 * @param options.random a number from 0 up to 1, as `Math.random()` gives
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

/** Whether it fails for so long that it is given up. How long it waited before, because nobody sent mail, does not count. */
export function isTooOld({ clock }: Pick<Settling, 'clock'>, since: Date | null): boolean {
  return since !== null && isOver(since.getTime() + GIVE_UP_MS.mail, { now: clock(), atMostMs: GIVE_UP_MS.mail })
}
