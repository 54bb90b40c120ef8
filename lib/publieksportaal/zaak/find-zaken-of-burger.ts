import type { PublieksportaalContext } from '../context.ts'
import { toZaakVanBurger, WITH_TIJDLIJN, type ZaakVanBurger } from './zaak-van-burger.ts'

/** All zaken of this citizen, the last changed first. */
export async function findZakenOfBurger(ctx: PublieksportaalContext, burgerId: string): Promise<ZaakVanBurger[]> {
  const rows = await ctx.db.zaak.findMany({
    where: { burgerId },
    include: WITH_TIJDLIJN,
    orderBy: [{ bijgewerktOp: 'desc' }, { id: 'desc' }],
  })
  return rows.map(toZaakVanBurger)
}
