import { burgerActor, type Handelende, recordedPgTransaction } from '../../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../../context.ts'

const forget = (which: string) => `
  update emailadres set versleuteld = null, sleutel_id = null, bevestigd_op = null, geweigerd_op = null,
    geweigerd_code = null, bevestiging_hash = null, bevestiging_verloopt_op = null
  where ${which} = $1 and versleuteld is not null
  returning burger_id as "burgerId"`

const FORGET = { burger_id: forget('burger_id'), afmeldcode: forget('afmeldcode') }

/**
 * Deletes the address and its waiting mail.
 *
 * @param found.gemachtigdeId who acts for the burger; null for a link in a mail, which anybody may open
 */
export async function forgetEmailadres(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { which, value, gemachtigdeId = null }: { which: keyof typeof FORGET; value: string; gemachtigdeId?: string | null },
): Promise<void> {
  await recordedPgTransaction(ctx, async (client, record) => {
    const [found] = (await client.query<{ burgerId: string }>(FORGET[which], [value])).rows
    if (!found) return
    await client.query('delete from nieuw_emailadres where burger_id = $1', [found.burgerId])
    await client.query('delete from uitgaande_mail where burger_id = $1', [found.burgerId])
    await record({ actor: burgerActor({ ...found, gemachtigdeId }), handeling: 'emailadres_verwijderen' })
  })
}

export async function removeEmailadres(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId }: Handelende,
): Promise<void> {
  await forgetEmailadres(ctx, { which: 'burger_id', value: burgerId, gemachtigdeId })
}

/** 128 bits in base64url. */
const AFMELDCODE = /^[\w-]{22}$/

/** Stops the mail of the citizen with this code. Does not reveal whether the code exists. */
export async function unsubscribe(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { afmeldcode }: { afmeldcode: string },
): Promise<void> {
  if (AFMELDCODE.test(afmeldcode)) await forgetEmailadres(ctx, { which: 'afmeldcode', value: afmeldcode })
}
