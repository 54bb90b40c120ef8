import type { PublieksportaalContext } from '../context.ts'
import { type Inzending, Prisma, type Status } from '../generated/client.ts'
import { REFUSED, toZaakVanBurger, type ZaakVanBurger } from './zaak-van-burger.ts'

/** "lateral" with its own order keeps this an index lookup per zaak, whatever the table statistics. */
const FIND_STATUSSEN = (ids: string[]) => Prisma.sql`
  select gebeurtenis_id as "gebeurtenisId", zaak_id as "zaakId", versie, soort::text, statuscode,
    datum_status_gezet as "datumStatusGezet", statustoelichting, reden, einddatum_gepland as "einddatumGepland",
    uiterlijke_einddatum as "uiterlijkeEinddatumAfdoening", gebeurd_op as "gebeurdOp"
  from unnest(${ids}::uuid[]) as wanted (id)
  cross join lateral (select * from status where zaak_id = wanted.id order by versie) as status`

/** "offset 0" does the same: without it the planner may scan all inzendingen. */
const FIND_GEMELD = (ids: string[]) => Prisma.sql`
  select zaak_id as "zaakId", burger_id as "burgerId", aanvullingen
  from unnest(${ids}::uuid[]) as wanted (id)
  cross join lateral (
    select * from inzending
    where zaak_id = wanted.id and soort = 'aanvulling' and teruggenomen_op is null
      and uitkomst is distinct from ${REFUSED} offset 0
  ) as inzending`

type Gemeld = Pick<Inzending, 'zaakId' | 'burgerId' | 'aanvullingen'>

/** Returns those of these zaken that are of this citizen, in the order of `ids`. */
export async function loadZaken(
  { db }: Pick<PublieksportaalContext, 'db'>,
  { burgerId, ids }: { burgerId: string; ids: string[] },
): Promise<ZaakVanBurger[]> {
  const rows = await db.zaak.findMany({ where: { id: { in: ids }, burgerId }, include: { zaaktype: true } })
  const found = rows.map(({ id }) => id)
  const [statussen, gemeld] = await Promise.all([
    db.$queryRaw<Status[]>(FIND_STATUSSEN(found)),
    db.$queryRaw<Gemeld[]>(FIND_GEMELD(found)),
  ])
  const statussenOf = Map.groupBy(statussen, ({ zaakId }) => zaakId)
  const gemeldOf = Map.groupBy(gemeld, ({ zaakId }) => zaakId)
  const zaken = new Map(
    rows.map((row) => {
      const { id } = row
      const whole = { ...row, statussen: statussenOf.get(id) ?? [], inzendingen: gemeldOf.get(id) ?? [] }
      return [id, toZaakVanBurger(whole)]
    }),
  )
  return ids.flatMap((id) => zaken.get(id) ?? [])
}
