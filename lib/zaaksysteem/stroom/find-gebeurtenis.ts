import type { ApiClient } from '../api/api-client.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** One without a sequence has not been sent to anybody. A removed zaak has left its zaaktype. */
const FIND = `
  select body from gebeurtenis
  where id = $1 and sequence is not null and ($3::text[] is null or type = any($3)) and (
    $2::text[] is null or coalesce(
      (select zaaktype from zaak where id = zaak_id),
      (select zaaktype from verwijderde_zaak where id = zaak_id)
    ) = any($2)
  )`

/** An event that this caller may read, with the bytes that are delivered. */
export async function findGebeurtenis(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { id, caller }: { id: string; caller: Pick<ApiClient, 'zaaktypen' | 'types'> },
): Promise<{ ok: true; body: string } | { ok: false; reason: 'not_found' | 'purged' }> {
  const values = [id, caller.zaaktypen ?? null, caller.types ?? null]
  const { rows } = await pool.query<{ body: string | null }>({ name: 'find-gebeurtenis', text: FIND, values })
  const [row] = rows
  if (!row) return { ok: false, reason: 'not_found' }
  return row.body === null ? { ok: false, reason: 'purged' } : { ok: true, body: row.body }
}
