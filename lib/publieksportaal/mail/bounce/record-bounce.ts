import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../../context.ts'
import type { ReturnPath } from '../emailadres/return-path.ts'
import { refuseAdres } from '../settle-mail.ts'

type Found = { burgerId: string }

/**
 * Of a mail that the mail server took. It counts once, and tells of a zaak that is still this citizen's. The zaak is locked before
 * the mail, as whoever removes it does, so that the two cannot deadlock.
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

/** A mail without a recorded answer may have arrived; to the address of now. */
const FIND_CLAIMED = `
  select burger_id as "burgerId" from uitgaande_mail
  where id = $1 and pogingen > 0 and (
    exists (select from emailadres where burger_id = uitgaande_mail.burger_id and retourcode = $2)
    or exists (select from nieuw_emailadres where burger_id = uitgaande_mail.burger_id and retourcode = $2)
  )`

const IS_KNOWN = `
  select exists (select from verzonden_mail where id = $1 and retourcode = $2) or exists (${FIND_CLAIMED}) as "isKnown"`

/** Whether a mail was sent, or may have been, and is not known to have come back. */
export async function isKnownMail(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  { mailId, retourcode }: ReturnPath,
): Promise<boolean> {
  const { rows } = await pool.query<{ isKnown: boolean }>(IS_KNOWN, [mailId, retourcode])
  return rows[0]?.isKnown === true
}

/**
 * A mail came back: the zaaksysteem is told what did not arrive. Because of its mailbox its address is marked too, unless the
 * citizen gave another one since.
 *
 * @returns false for a mail that is not known: it is of long ago, came back before, or never was
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
