import type { ZaaksysteemContext } from '../../context.ts'
import { type Gerechtigde, zakenMet } from '../../rechten/mag.ts'

/** Whether there is such a zaak for this reader. That is no look: nothing of it is told. */
export async function isReadable(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  zaakId: string,
  lezer: Gerechtigde,
): Promise<boolean> {
  return (await db.zaak.count({ where: { id: zaakId, AND: zakenMet(lezer, 'lezen') } })) > 0
}
