import type { PublieksportaalContext } from '../context.ts'
import type { ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import { findOpenVerzoek } from './find-open-verzoek.ts'

/** Adds to each zaak whether the citizen has an unanswered request to withdraw it. */
export async function findIntrekkingen<Zaak extends Pick<ZaakVanBurger, 'id' | 'statussen'>>(
  { db }: Pick<PublieksportaalContext, 'db'>,
  { burgerId, zaken }: { burgerId: string; zaken: readonly Zaak[] },
): Promise<(Zaak & { wilIntrekken: boolean })[]> {
  const asked = await db.inzending.findMany({
    where: { burgerId, soort: 'intrekking', zaakId: { in: zaken.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    select: { zaakId: true, soort: true, versie: true, uitkomst: true },
  })
  const ofZaak = Map.groupBy(asked, ({ zaakId }) => zaakId)
  return zaken.map((zaak) => ({
    ...zaak,
    wilIntrekken: findOpenVerzoek('intrekking', zaak, ofZaak.get(zaak.id) ?? []) !== undefined,
  }))
}
