import type { PublieksportaalContext } from '../context.ts'
import { Prisma, type Status } from '../generated/client.ts'
import { toZaakVanBurger, type ZaakVanBurger } from './zaak-van-burger.ts'

/** "lateral" and its own order keep this a lookup in the index for each zaak, whatever the statistics say. */
const FIND_STATUSSEN = (ids: string[]) => Prisma.sql`
  select gebeurtenis_id as "gebeurtenisId", zaak_id as "zaakId", versie, soort::text, statuscode, tijdstip, toelichting,
    reden, einddatum_gepland as "einddatumGepland", uiterlijke_einddatum as "uiterlijkeEinddatum"
  from unnest(${ids}::uuid[]) as wanted (id)
  cross join lateral (select * from status where zaak_id = wanted.id order by versie) as status`

/** The ones of these zaken that are this citizen's, in the order of `ids`. */
export async function loadZaken(
  { db }: Pick<PublieksportaalContext, 'db'>,
  { burgerId, ids }: { burgerId: string; ids: string[] },
): Promise<ZaakVanBurger[]> {
  const rows = await db.zaak.findMany({ where: { id: { in: ids }, burgerId }, include: { zaaktype: true } })
  const statussen = await db.$queryRaw<Status[]>(FIND_STATUSSEN(rows.map(({ id }) => id)))
  const ofZaak = Map.groupBy(statussen, ({ zaakId }) => zaakId)
  const zaken = new Map(rows.map((row) => [row.id, toZaakVanBurger({ ...row, statussen: ofZaak.get(row.id) ?? [] })]))
  return ids.flatMap((id) => zaken.get(id) ?? [])
}
