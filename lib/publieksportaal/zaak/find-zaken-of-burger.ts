import { validate as isUuid } from 'uuid'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { type Inzending, Prisma, type Status } from '#lib/publieksportaal/generated/client.ts'
import { REFUSED, toZaakVanBurger, WITH_TIJDLIJN, type ZaakVanBurger } from './zaak-van-burger.ts'

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

/** The most open and the most closed zaken that a page shows; a search finds the others. */
export const MOST_SHOWN = 50

/** True when the citizen has a taak, as `moetHandelen` of lib/voortgang has it, or had until its last day. */
const ASKS = `(
  einddatum is null and (aanvullen_tot is not null or zaak.gegevens -> 'aanvullingen' <> '[]' or jsonb_path_exists(
    zaaktype.gegevens, '$.statustypen[*] ? (@.code == $code && @.handeling != null)', jsonb_build_object('code', statuscode)
  ) or zaak.gegevens #>> '{opschorting,soort}' = 'opschorting' and jsonb_path_exists(
    zaaktype.gegevens, '$.opschortingsredenen[*] ? (@.code == $code && @.grond == "vertraging_aanvrager")', jsonb_build_object(
      'code', (select reden from status where zaak_id = zaak.id and soort = 'opschorting' order by versie desc limit 1)
    )
  ))
)`

/** Zaken with a taak come first, so that they are never left out. */
const FIND = `
  select id, "isOpen", aantal from (
    select zaak.id, einddatum is null as "isOpen",
      (count(*) over (partition by einddatum is null))::int as aantal,
      row_number() over (
        partition by einddatum is null
        order by ${ASKS} desc nulls last, einddatum desc, bijgewerkt_op desc, zaak.id desc
      ) as plaats
    from zaak join zaaktype on zaaktype.identificatie = zaak.zaaktype and zaaktype.versie = zaaktype_versie
    where burger_id = $1 and strpos(lower(concat_ws(' ', zaak.gegevens ->> 'omschrijving', zaak.gegevens ->> 'identificatie',
      zaaktype.gegevens #>> '{omschrijving,nl}', zaaktype.gegevens #>> '{omschrijving,en}')), lower($2)) > 0
  ) as found
  where plaats <= ${MOST_SHOWN} order by plaats`

type ZakenVanBurger = {
  /** the last changed first */
  open: ZaakVanBurger[]
  /** the last closed first */
  afgerond: ZaakVanBurger[]
  /** the totals, including those left out */
  aantal: { open: number; afgerond: number }
}

/** Returns the zaken of this citizen, or those with `zoek` in their omschrijving, zaaknummer or zaaktype. */
export async function findZakenOfBurger(
  ctx: Pick<PublieksportaalContext, 'pool' | 'db'>,
  { burgerId, zoek = '' }: { burgerId: string; zoek?: string | undefined },
): Promise<ZakenVanBurger> {
  type Row = { id: string; isOpen: boolean; aantal: number }
  const { rows } = await ctx.pool.query<Row>({ name: 'find-zaken-of-burger', text: FIND, values: [burgerId, zoek] })
  const zaken = await loadZaken(ctx, { burgerId, ids: rows.map(({ id }) => id) })
  return {
    open: zaken.filter(({ einddatum }) => einddatum === null),
    afgerond: zaken.filter(({ einddatum }) => einddatum !== null),
    aantal: {
      open: rows.find(({ isOpen }) => isOpen)?.aantal ?? 0,
      afgerond: rows.find(({ isOpen }) => !isOpen)?.aantal ?? 0,
    },
  }
}

/** Returns the zaak of this citizen; `undefined` when it is of another citizen or does not exist. */
export async function findZaakOfBurger(
  ctx: PublieksportaalContext,
  { burgerId, zaakId }: { burgerId: string; zaakId: string },
): Promise<ZaakVanBurger | undefined> {
  if (!isUuid(zaakId)) return undefined
  const row = await ctx.db.zaak.findFirst({ where: { id: zaakId, burgerId }, include: WITH_TIJDLIJN })
  return row ? toZaakVanBurger(row) : undefined
}
