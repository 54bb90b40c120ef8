import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../../context.ts'
import type { ReturnPath } from '../emailadres/return-path.ts'
import { refuseAdres } from '../settle-mail.ts'

type Found = { burgerId: string }

/**
 * Takes a mail that the mail server accepted, once, and reports it when the zaak is still this citizen's.
 * Locks the zaak before the mail, as its removal does, to avoid a deadlock.
 */
const TAKE = `
  with kept as materialized (
    select id, burger_id from zaak where id = (select zaak_id from verzonden_mail where id = $1 and retourcode = $2)
    for key share
  ), taken as (
    delete from verzonden_mail
    where id = $1 and retourcode = $2 and (zaak_id is null or zaak_id in (select id from kept))
    returning burger_id, zaak_id, versies
  ), reported as (
    insert into bewijs (bron, gebeurtenis_id, soort, zaak_id, burger_id, tijdstip, volgende_poging)
    select $3, gebeurtenis_id, 'mail_geweigerd', kept.id, kept.burger_id, $4::timestamptz, $4::timestamptz
    from taken join kept on kept.id = taken.zaak_id and kept.burger_id = taken.burger_id
      join status on status.zaak_id = kept.id and status.versie = any (versies)
    on conflict do nothing
  )
  select burger_id as "burgerId" from taken`

/** A mail without a recorded response may have arrived, if the citizen still has its address. */
const FIND_CLAIMED = `
  select burger_id as "burgerId" from uitgaande_mail
  where id = $1 and pogingen > 0 and (
    exists (select from emailadres where burger_id = uitgaande_mail.burger_id and retourcode = $2)
    or exists (select from nieuw_emailadres where burger_id = uitgaande_mail.burger_id and retourcode = $2)
  )`

const IS_KNOWN = `
  select exists (select from verzonden_mail where id = $1 and retourcode = $2) or exists (${FIND_CLAIMED}) as "isKnown"`

/** True when a mail was sent, or may have been, and did not bounce yet. */
export async function isKnownMail(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  { mailId, retourcode }: ReturnPath,
): Promise<boolean> {
  const { rows } = await pool.query<{ isKnown: boolean }>(IS_KNOWN, [mailId, retourcode])
  return rows[0]?.isKnown === true
}

/**
 * Records a bounce and reports it to the zaaksysteem. When the mailbox is the cause, the address is marked
 * too, unless the citizen changed it since.
 *
 * @returns false for an unknown mail: too old, bounced before, or never sent
 */
export async function recordBounce(
  { env, pool, clock }: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock'>,
  { mailId, retourcode, code, isAboutMailbox }: ReturnPath & { code: string; isAboutMailbox: boolean },
): Promise<boolean> {
  const [now, bron] = [clock(), env.PUBLIEKSPORTAAL_BRON]
  return inTransaction(pool, async (client) => {
    await client.query(LOOK_UP_IN_INDEXES)
    const [taken] = (await client.query<Found>(TAKE, [mailId, retourcode, bron, now])).rows
    const found = taken ?? (await client.query<Found>(FIND_CLAIMED, [mailId, retourcode])).rows[0]
    if (!found) return false
    if (isAboutMailbox) await refuseAdres(client, { ...found, retourcode, code, now })
    return true
  })
}
