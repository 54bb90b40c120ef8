import { momentInAmsterdam } from '#lib/platform/calendar.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { mailEach } from '#lib/platform/mail/mail-each.ts'
import { ADVISORY_LOCKS } from '#lib/zaaksysteem/advisory-locks.ts'
import { EXPIRES_SOON_MS } from '#lib/zaaksysteem/api-client/find-api-clients.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { ApiClient } from '#lib/zaaksysteem/generated/client.ts'

type Ctx = Pick<ZaaksysteemContext, 'env' | 'db' | 'pool' | 'clock' | 'log'>

/**
 * Mails the contact of an API client and the beheerder once, 14 days before it expires. As with
 * `mailMeldingen`, one process mails at a time, a crash may send a mail twice, and nothing is sent without
 * ZAAKSYSTEEM_SMTP_URL.
 */
export async function mailExpiring(ctx: Ctx, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
  const { env, db, clock } = ctx
  await mailEach(ctx, {
    url: env.ZAAKSYSTEEM_SMTP_URL,
    from: env.ZAAKSYSTEEM_MAIL_FROM,
    lock: ADVISORY_LOCKS.clientMail,
    signal,
    what: 'That an API client expires',
    findDue() {
      const now = clock()
      const until = new Date(now.getTime() + EXPIRES_SOON_MS)
      return db.apiClient.findMany({
        where: { ingetrokkenOp: null, gewaarschuwdOp: null, verlooptOp: { gt: now, lte: until } },
      })
    },
    async compose(client) {
      const { id, contact, verlooptOp } = client
      return {
        to: [contact, env.ZAAKSYSTEEM_BEHEERDER_MAIL],
        ...expiringMail(client, { now: clock(), zaaksysteemUrl: env.ZAAKSYSTEEM_URL }),
        about: { objectSoort: 'api_client', objectId: id },
        // Stored only with the end that the mail named: a beheerder may have extended the client meanwhile.
        note: () => db.apiClient.updateMany({ where: { id, verlooptOp }, data: { gewaarschuwdOp: clock() } }),
      }
    },
  })
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

/** Renewing a certificate of PKIoverheid takes weeks. */
const WARN_DAYS = 30

/**
 * Raises a melding about each client certificate 30 days before it, or one of its issuers, expires, and once
 * more when it has. Concurrent processes raise each once, because one that waited for a row lock reads the
 * row again.
 */
export async function warnExpiringCertificates({
  pool,
  clock,
  log,
}: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>): Promise<void> {
  const { rows } = await pool.query<{ abonnementId: string }>(
    `with warned as (
       update toegang set gewaarschuwd_op = $1
       where verloopt_op <= $1::timestamptz + interval '${WARN_DAYS} days'
         and (gewaarschuwd_op is null or (verloopt_op <= $1 and gewaarschuwd_op < verloopt_op))
       returning abonnement_id, verloopt_op
     )
     insert into melding (id, abonnement_id, soort, gegeven, aangemaakt_op)
     select gen_random_uuid(), abonnement_id, 'clientcertificate',
            to_char(verloopt_op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), $1
     from warned
     returning abonnement_id as "abonnementId"`,
    [clock()],
  )
  for (const { abonnementId } of rows) log.warn({ abonnementId }, 'A client certificate expires within 30 days')
}
