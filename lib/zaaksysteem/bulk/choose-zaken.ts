import { v7 as uuidv7 } from 'uuid'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { magWieSql } from '../rechten/mag-sql.ts'
import { MAX_ZAKEN } from '../zaak/toewijzing/assign-zaken.ts'

type Chosen = { ok: true; opdrachtId: string } | { ok: false; reason: 'none' | 'too_many' }

const CHOOSE = `
  insert into bulkregel (opdracht_id, volgnummer, zaak_id, versie, redenen)
  select $1, row_number() over (order by min(chosen.volgorde)), zaak.id, zaak.versie, '{}'
  from unnest($2::uuid[]) with ordinality as chosen (id, volgorde) join zaak using (id)
  where ${magWieSql('$3::uuid', 'coordineren')}
  group by zaak.id`

/**
 * Stores a choice of zaken, independent of later changes of lists and filters. Drops zaken that do not exist
 * or for which this behandelaar lacks the right.
 */
export async function chooseZaken(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  { behandelaarId, zaakIds }: { behandelaarId: string; zaakIds: string[] },
): Promise<Chosen> {
  if (new Set(zaakIds).size > MAX_ZAKEN) return { ok: false, reason: 'too_many' }
  const opdrachtId = uuidv7()
  return inTransaction(pool, async (client): Promise<Chosen> => {
    await client.query('insert into bulkopdracht (id, behandelaar_id, aangemaakt_op) values ($1, $2, $3)', [
      opdrachtId,
      behandelaarId,
      clock(),
    ])
    const { rowCount } = await client.query(CHOOSE, [opdrachtId, zaakIds, behandelaarId])
    return rowCount ? { ok: true, opdrachtId } : { ok: false, reason: 'none' }
  })
}
