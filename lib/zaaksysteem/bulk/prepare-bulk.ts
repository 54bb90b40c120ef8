import { v7 as uuidv7 } from 'uuid'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { magWieSql } from '#lib/zaaksysteem/rechten/mag-sql.ts'
import { MAX_ZAKEN } from '#lib/zaaksysteem/zaak/toewijzing/assign-zaken.ts'
import type { Bulkhandeling, Invoer } from './bulkhandelingen.ts'

const COPY = `
  insert into bulkopdracht (id, behandelaar_id, aangemaakt_op, handeling, invoer)
  select $1, behandelaar_id, $2, $3::bulkhandeling, $4
  from bulkopdracht where id = $5 and behandelaar_id = $6 and gestart_op is null`

const COPY_REGELS = `
  insert into bulkregel (opdracht_id, volgnummer, zaak_id, versie, redenen)
  select $1, volgnummer, zaak.id, zaak.versie, '{}'
  from bulkregel join zaak on zaak.id = zaak_id where opdracht_id = $2`

/**
 * Makes an opdracht of an own choice of zaken at their present versies, with an act and its input. Each call
 * makes a new opdracht, so that a previewed one stays as it was.
 */
export async function prepareBulk(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  chosen: { opdrachtId: string; behandelaarId: string; handeling: Bulkhandeling; invoer: Invoer },
): Promise<{ ok: true; opdrachtId: string } | { ok: false; reason: 'not_found' }> {
  const id = uuidv7()
  return inTransaction(pool, async (client) => {
    const { opdrachtId, behandelaarId, handeling, invoer } = chosen
    const copied = await client.query(COPY, [id, clock(), handeling, invoer, opdrachtId, behandelaarId])
    if (!copied.rowCount) return { ok: false, reason: 'not_found' } as const
    await client.query(COPY_REGELS, [id, opdrachtId])
    return { ok: true, opdrachtId: id } as const
  })
}

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
