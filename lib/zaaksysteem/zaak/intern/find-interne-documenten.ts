import { type InternDocumentResource, internDocumentResource } from '#lib/contract/zaak-resource.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { selectInterneDocumenten } from '../wijziging/documenten.ts'

type Found = {
  zaakId: string
  /** of the aanvrager; null when he is no person */
  bsn: string | null
  /** oldest first */
  documenten: InternDocumentResource[]
}

/**
 * Returns the documents of a zaak that the aanvrager does not read, for an API client.
 *
 * @param options.zaaktypen the only ones that the client may see; absent: all
 */
export async function findInterneDocumenten(
  { pool, env }: Pick<ZaaksysteemContext, 'pool' | 'env'>,
  { uuid, zaaktypen }: { uuid: string; zaaktypen?: readonly string[] | undefined },
): Promise<Found | undefined> {
  const text = `
    select id as "zaakId", aanvrager_bsn as bsn, ${selectInterneDocumenten(env)} as documenten
    from zaak where id = $1::uuid and ($2::text[] is null or zaaktype = any ($2))`
  const [found] = (await pool.query<Found>(text, [uuid, zaaktypen])).rows
  return found && { ...found, documenten: internDocumentResource.array().parse(found.documenten) }
}
