import { queryByIndex } from '#lib/platform/postgres/run-pipeline.ts'
import type { ZaaksysteemContext } from '../../context.ts'

const COUNT = `
  select (select count(*)::int from bestand where scannen_op is not null) as wachtend,
    (select count(*)::int from bestand where virusscan = 'besmet') as besmet`

/** Counts the bestanden that wait for the virus scanner, when there is one, and those with a virus. */
export async function countScans({
  pool,
  env,
}: Pick<ZaaksysteemContext, 'pool' | 'env'>): Promise<{ wachtend: number; besmet: number }> {
  const { rows } = await queryByIndex<{ wachtend: number; besmet: number }>(pool, COUNT)
  const { wachtend = 0, besmet = 0 } = rows[0] ?? {}
  return { wachtend: env.ZAAKSYSTEEM_CLAMD ? wachtend : 0, besmet }
}
