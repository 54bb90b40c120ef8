import { momentInAmsterdam } from '#lib/platform/calendar.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { createMailer, isRefusal, type Mailer } from '#lib/platform/mail/mailer.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import { EXPIRES_SOON_MS } from '../api-client/expires-soon.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { ApiClient } from '../generated/client.ts'

type Ctx = Pick<ZaaksysteemContext, 'env' | 'db' | 'pool' | 'clock' | 'log'>

/**
 * Mails once to the contact of an API client and the beheerder that it expires, 14 days before. Like `mailMeldingen` one
 * process at a time, rather twice than never, and not at all without ZAAKSYSTEEM_SMTP_URL.
 */
export async function mailExpiring(ctx: Ctx, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
  const { ZAAKSYSTEEM_SMTP_URL: url, ZAAKSYSTEEM_MAIL_FROM: from } = ctx.env
  if (!url || !from) return
  await oneAtATime(ctx.pool, ADVISORY_LOCKS.clientMail, async () => {
    const now = ctx.clock()
    const until = new Date(now.getTime() + EXPIRES_SOON_MS)
    const clients = await ctx.db.apiClient.findMany({
      where: { ingetrokkenOp: null, gewaarschuwdOp: null, verlooptOp: { gt: now, lte: until } },
    })
    if (clients.length === 0) return
    const mailer = createMailer(url)
    try {
      for (const client of clients) {
        if (signal?.aborted || !(await mail(ctx, { mailer, from, client }))) break
      }
    } finally {
      mailer.close()
    }
  })
}

/** @returns `false` when the mail server itself fails, so that the other mails need not be tried */
async function mail(
  { env, db, clock, log }: Ctx,
  { mailer, from, client }: { mailer: Mailer; from: string; client: ApiClient },
): Promise<boolean> {
  const object = { objectSoort: 'api_client', objectId: client.id }
  try {
    await mailer.send({
      from,
      to: [client.contact, env.ZAAKSYSTEEM_BEHEERDER_MAIL].flatMap((address) => address || []),
      ...expiringMail(client, { now: clock(), zaaksysteemUrl: env.ZAAKSYSTEEM_URL }),
    })
  } catch (err) {
    log.error({ err, ...object }, 'That an API client expires could not be mailed; trying again')
    return isRefusal(err)
  }
  // The client counts as warned only with the end that the mail named: a beheerder may have given it more time meanwhile.
  const { id, verlooptOp } = client
  await db.apiClient.updateMany({ where: { id, verlooptOp }, data: { gewaarschuwdOp: clock() } })
  log.info(object, 'That an API client expires was mailed')
  return true
}

function expiringMail(
  { id, naam, verlooptOp }: Pick<ApiClient, 'id' | 'naam' | 'verlooptOp'>,
  { now, zaaksysteemUrl }: { now: Date; zaaksysteemUrl: string },
): { subject: string; text: string } {
  const dagen = Math.ceil((verlooptOp.getTime() - now.getTime()) / DAY_MS)
  return {
    subject: `API-client ${naam} verloopt over ${dagen} ${dagen === 1 ? 'dag' : 'dagen'}`,
    text: [
      `De API-client ${naam} van het zaaksysteem werkt tot ${momentInAmsterdam(verlooptOp)}.`,
      'Daarna kan het systeem niets meer ophalen of wijzigen, en krijgt het geen berichten meer.',
      'Moet het systeem verder? Vraag dan een beheerder van het zaaksysteem om een latere datum. Dat kan hier:',
      new URL(`/balie/api-clients/${id}`, zaaksysteemUrl).href,
    ].join('\n\n'),
  }
}
