import { activation, wakeWorkers } from '../abonnement/toestemming/record-toestemming.ts'
import { clientRights, clientsOfEnvironment } from '../api/api-client.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** Parameters: now, and `clientsOfEnvironment`. */
const OUT_OF_STEP = `
  select id, status = 'actief' as actief from (
    select abonnement.id, status, statusreden, api_client.naam, ${clientRights({ now: '$1', clients: '$2' })}
    from abonnement left join api_client on api_client.naam = abonnement.client
  ) owned
  where (status = 'actief' and naam is null and not client_open)
     or (status = 'gepauzeerd' and statusreden = 'client_revoked' and client_open)`

/**
 * Pauses the abonnementen of clients that were removed from the environment, and resumes them when the client
 * is back there or was made at the desk. A change of the environment is no act, so only this task notices it.
 *
 * @returns the ids of the abonnementen that were paused
 */
export async function followEnvironment({
  db,
  pool,
  env,
  clock,
}: Pick<ZaaksysteemContext, 'db' | 'pool' | 'env' | 'clock'>): Promise<string[]> {
  const now = clock()
  const { rows } = await pool.query<{ id: string; actief: boolean }>(OUT_OF_STEP, [now, clientsOfEnvironment(env)])
  const { paused = [], resumed = [] } = Object.groupBy(rows, ({ actief }) => (actief ? 'paused' : 'resumed'))
  const idsOf = (some: typeof rows) => ({ in: some.map(({ id }) => id) })
  await db.abonnement.updateMany({
    where: { id: idsOf(paused), status: 'actief' },
    data: { status: 'gepauzeerd', statusSinds: now, statusreden: 'client_revoked' },
  })
  const { count } = await db.abonnement.updateMany({
    where: { id: idsOf(resumed), status: 'gepauzeerd', statusreden: 'client_revoked' },
    data: activation(now),
  })
  if (count > 0) await wakeWorkers(db)
  return paused.map(({ id }) => id)
}
