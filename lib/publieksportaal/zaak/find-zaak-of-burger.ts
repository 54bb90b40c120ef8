import { validate as isUuid } from 'uuid'
import type { PublieksportaalContext } from '../context.ts'
import { toZaakVanBurger, WITH_TIJDLIJN, type ZaakVanBurger } from './zaak-van-burger.ts'

/** Returns the zaak of this citizen; `undefined` when it is of another citizen or does not exist. */
export async function findZaakOfBurger(
  ctx: PublieksportaalContext,
  { burgerId, zaakId }: { burgerId: string; zaakId: string },
): Promise<ZaakVanBurger | undefined> {
  if (!isUuid(zaakId)) return undefined
  const row = await ctx.db.zaak.findFirst({ where: { id: zaakId, burgerId }, include: WITH_TIJDLIJN })
  return row ? toZaakVanBurger(row) : undefined
}
