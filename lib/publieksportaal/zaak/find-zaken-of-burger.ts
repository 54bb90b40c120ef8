import type { PublieksportaalContext } from '../context.ts'
import { loadZaken } from './load-zaken.ts'
import type { ZaakVanBurger } from './zaak-van-burger.ts'

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
