import { setTimeout as sleep } from 'node:timers/promises'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'

const QUIET_WITHIN_MS = 180_000

/**
 * Resolves with true once no event waits for its bezorgingen or their end and no zaak to be fetched; with
 * false after a timeout.
 */
export async function becomesQuiet(systems: {
  zaaksysteem: Pick<ZaaksysteemContext, 'pool'>
  portal: Pick<PublieksportaalContext, 'pool'>
}): Promise<boolean> {
  const { zaaksysteem, portal } = systems
  const giveUpAt = performance.now() + QUIET_WITHIN_MS
  while (performance.now() < giveUpAt) {
    const waits = await Promise.all([
      zaaksysteem.pool.query(`select from bezorging where status = 'wachtend' limit 1`),
      zaaksysteem.pool.query(
        'select from gebeurtenis where sequence > (select max(tot_sequence) from verspreiding) limit 1',
      ),
      portal.pool.query('select from ophaalopdracht limit 1'),
    ])
    if (waits.every(({ rowCount }) => rowCount === 0)) return true
    await sleep(250)
  }
  return false
}
