import type { ZaaksysteemContext } from '../context.ts'

/** Days with failures only after which an abonnement is disabled. */
export const DISABLE_AFTER_DAYS = 5

const MARK_REACHED = `falend_sinds + mark * interval '${DISABLE_AFTER_DAYS * 24} hours' / 100 <= $1`

/**
 * Warns at 50, 70 and 90 % of the way to uitgeschakeld, and disables at its end. Measures the time since the
 * first failure after the last success, not attempts, so it also works when hardly anything is sent.
 * Concurrent processes report each mark once, because one that waited for a row lock reads the row again.
 * Only the highest mark reached gets a melding.
 */
export async function superviseFailing({
  pool,
  clock,
  log,
}: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>): Promise<void> {
  const { rows } = await pool.query<{ abonnementId: string; soort: string }>(
    `with reached as (
       select id, mark
       from abonnement cross join lateral (
         select max(mark) as mark from unnest('{50,70,90,100}'::int[]) mark where ${MARK_REACHED}
       ) highest
       where status = 'actief' and gewaarschuwd_bij < mark and ${MARK_REACHED}
       order by id
       for no key update of abonnement
     ), changed as (
       update abonnement
       set gewaarschuwd_bij = case mark when 100 then gewaarschuwd_bij else mark end,
           status = case mark when 100 then 'uitgeschakeld' else status end,
           statusreden = case mark when 100 then 'failing' else statusreden end,
           status_sinds = case mark when 100 then $1 else status_sinds end
       from reached
       where abonnement.id = reached.id
       returning abonnement.id, mark
     )
     insert into melding (id, abonnement_id, soort, gegeven, aangemaakt_op)
     select gen_random_uuid(), id, case mark when 100 then 'uitgeschakeld' else 'falend' end::melding_soort,
            case mark when 100 then 'failing' else mark::text end, $1
     from changed
     returning abonnement_id as "abonnementId", soort`,
    [clock()],
  )
  for (const { abonnementId, soort } of rows) {
    if (soort === 'uitgeschakeld') log.error({ abonnementId, reason: 'failing' }, 'An abonnement was disabled')
    else log.warn({ abonnementId }, 'An abonnement keeps failing')
  }
}
