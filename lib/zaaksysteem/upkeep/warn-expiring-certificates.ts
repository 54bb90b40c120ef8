import type { ZaaksysteemContext } from '../context.ts'

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
