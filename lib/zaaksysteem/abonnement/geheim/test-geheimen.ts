import type { ZaaksysteemContext } from '../../context.ts'
import { decryptGeheimen } from './geheim.ts'

/** Returns the valid secrets of an abonnement, newest first. */
export async function findValidGeheimen(
  { db, env, clock }: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock'>,
  abonnementId: string,
): Promise<string[]> {
  return decryptGeheimen(env, await db.geheim.findMany({ where: { abonnementId } }), clock())
}
