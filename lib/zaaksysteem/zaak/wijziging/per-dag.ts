import type { ZaaksysteemContext } from '../../context.ts'

/**
 * Selects the daily amounts in each of the three periods of two weeks, in euros, for a row of a zaak. The day
 * of the ingebrekestelling decides which amounts hold (the transitional provision in Stcrt. 2018, 65542).
 * Zeros when the zaaktype has no dwangsom; null without an ingebrekestelling.
 */
const perDagSql = (op: string, zaaktype: string, versie: string) => `case when ${op} is not null then coalesce((
    select array[eerste, tweede, derde] from dwangsombedrag cross join zaaktypeversie as type
    where vanaf <= ${op} and identificatie = ${zaaktype} and type.versie = ${versie}
      and gegevens ->> 'geenDwangsom' is null
    order by vanaf desc limit 1
  ), array[0, 0, 0]) end`

export const SELECT_PER_DAG = perDagSql('zaak.ingebrekegesteld_op', 'zaak.zaaktype', 'zaak.zaaktypeversie')

/** Returns the daily amounts for a zaak whose ingebrekestelling came on a day. */
export async function findPerDag(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  {
    ingebrekegesteldOp,
    zaaktype,
    zaaktypeversie,
  }: { ingebrekegesteldOp: string | null; zaaktype: string; zaaktypeversie: number },
): Promise<number[] | null> {
  const text = `select ${perDagSql('$1::date', '$2', '$3')} as "perDag"`
  const values = [ingebrekegesteldOp, zaaktype, zaaktypeversie]
  const { rows } = await pool.query<{ perDag: number[] | null }>(text, values)
  return rows[0]?.perDag ?? null
}
