import { isoDate } from '#lib/platform/calendar.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type Gerechtigde, zakenMet } from '../../rechten/mag.ts'

/** `tot`: its last day, `yyyy-mm-dd`; null: until it is lifted. */
export type AanhoudingRegel = Awaited<ReturnType<typeof findAanhoudingen>>[number]

/** Returns when the destruction of a zaak was held and lifted, oldest first. */
export async function findAanhoudingen({ db }: Pick<ZaaksysteemContext, 'db'>, zaakId: string, lezer: Gerechtigde) {
  const rows = await db.aanhouding.findMany({
    where: { zaakId, zaak: zakenMet(lezer, 'lezen') },
    orderBy: [{ op: 'asc' }, { id: 'asc' }],
    include: { door: { select: { naam: true } } },
  })
  return rows.map(({ id, aangehouden, tot, reden, door, op }) => {
    return { id, aangehouden, tot: tot && isoDate(tot), reden, doorNaam: door.naam, op }
  })
}
