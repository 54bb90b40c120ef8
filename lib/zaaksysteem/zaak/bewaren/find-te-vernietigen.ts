import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { queryByIndex } from '#lib/platform/postgres/run-pipeline.ts'
import { findZaaktypeversies, loadZaaktypen } from '../../catalogus/find-zaaktypen.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { laatsteEinddatum } from '../../termijn/bewaartermijn.ts'
import { type BesluitAtVersie, SELECT_BESLUITEN } from '../wijziging/besluiten.ts'
import { type Grond, grondOf } from './grond.ts'

type Ctx = Pick<ZaaksysteemContext, 'pool' | 'clock' | 'once'>
type Row = {
  zaakId: string
  versie: number
  identificatie: string
  zaaktype: string
  zaaktypeversie: number
  resultaat: string
  einddatum: string
  besluiten: BesluitAtVersie[]
}

/** True when no besluit of a zaak is in force, and none was after the last day of `termijn`. */
const BESLUITEN_ARE_OVER = `not exists (
  select from (
    select distinct on (id) vervaldatum, vervalreden from besluit where zaak_id = zaak.id order by id, versie desc
  ) newest
  where vervalreden is distinct from 'vergissing' and (vervaldatum is null or vervaldatum > termijn.tot)
)`

/**
 * Looks up each bewaartermijn in the index once. Parameters: per bewaartermijn its zaaktype, version,
 * resultaat, last day and whether besluiten count; then today and the limit.
 */
const find = (columns: string) => `
  select ${columns}
  from unnest($1::text[], $2::int[], $3::text[], $4::date[], $5::boolean[])
    as termijn (zaaktype, versie, resultaat, tot, na_besluit)
  cross join lateral (
    select * from zaak
    where zaaktype = termijn.zaaktype and zaaktypeversie = termijn.versie and resultaat = termijn.resultaat
      and einddatum <= tot and coalesce(aangehouden_tot < $6::date, true)
      and (not na_besluit or ${BESLUITEN_ARE_OVER})
      -- not on a lijst already
      and (select true from vernietigingsregel where zaak_id = zaak.id and uitkomst is null limit 1) is null
    order by einddatum limit $7::int
  ) zaak
  limit $7::int`

const FIND = find(`id as "zaakId", zaak.versie, identificatie, zaak.zaaktype, zaaktypeversie, zaak.resultaat,
  einddatum::text, ${SELECT_BESLUITEN} as besluiten`)
const COUNT = `select count(*)::int as count from (${find('')}) te_vernietigen`

/** Returns zaken whose bewaartermijn is over, the longest overdue first, each with its ground. */
export async function findTeVernietigen(
  ctx: Ctx,
  { zaaktype, most }: { zaaktype?: string | undefined; most: number },
): Promise<Grond[]> {
  const rows = await ask<Row>(ctx, FIND, { zaaktype, most })
  const zaaktypeOf = await loadZaaktypen(ctx, rows)
  const orderOf = ({ archiefactiedatum, identificatie }: Grond) => `${archiefactiedatum} ${identificatie}`
  return rows.map((row) => grondOf(zaaktypeOf(row), row)).sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
}

/** Returns the number of zaken whose bewaartermijn is over, at most `most`. */
export async function countTeVernietigen(
  ctx: Ctx,
  { zaaktype, most }: { zaaktype?: string | undefined; most: number },
): Promise<number> {
  return (await ask<{ count: number }>(ctx, COUNT, { zaaktype, most }))[0]?.count ?? 0
}

async function ask<R extends object>(
  ctx: Ctx,
  query: string,
  { zaaktype, most }: { zaaktype: string | undefined; most: number },
): Promise<R[]> {
  const today = dateInAmsterdam(ctx.clock())
  const versies = (await findZaaktypeversies(ctx)).filter((each) => !zaaktype || each.identificatie === zaaktype)
  const termijnen = versies.flatMap(({ identificatie, versie, resultaattypen }) =>
    resultaattypen.flatMap(({ code, bewaartermijn, brondatum }) => {
      if (!bewaartermijn) return []
      return [
        [identificatie, versie, code, laatsteEinddatum(today, bewaartermijn), brondatum === 'vervaldatum_besluit'],
      ]
    }),
  )
  const values = [0, 1, 2, 3, 4].map((column) => termijnen.map((termijn) => termijn[column]))
  return (await queryByIndex<R>(ctx.pool, query, [...values, today, most])).rows
}
