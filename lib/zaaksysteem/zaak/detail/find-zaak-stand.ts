import { validate } from 'uuid'
import type { ZaaksysteemContext } from '../../context.ts'
import { magSql } from '../../rechten/mag-sql.ts'

/** Counters by which an open page detects news. Each only grows. */
export type ZaakStand = {
  versie: number
  /** the number of inzendingen of the aanvrager */
  inzendingen: number
  /** the number of changes by colleagues that make no versie */
  overig: number
}

const FIND = `
  select zaak.versie, (select count(*)::int from inzending where zaak_id = zaak.id) as inzendingen,
    (select count(*)::int from toewijzing where zaak_id = zaak.id)
      + (select count(*)::int from notitie where zaak_id = zaak.id)
      + (select count(*)::int from vertrouwelijkheid where zaak_id = zaak.id)
      + (select count(*)::int from aanhouding where zaak_id = zaak.id)
      + (
        select count(*)::int from documentregel join document on document.id = document_id where document.zaak_id = zaak.id
      ) as overig
  from zaak join behandelaar on behandelaar.id = $2::uuid
  where zaak.id = $1::uuid and ${magSql('lezen')}`

/**
 * Returns the stand of a zaak for a behandelaar who may read it. Records no look, because it shows nothing
 * of the zaak or its aanvrager. Not a prepared statement, so that no plan from before there were
 * inzendingen stays cached.
 */
export async function findZaakStand(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { zaakId, behandelaarId }: { zaakId: string; behandelaarId: string },
): Promise<ZaakStand | undefined> {
  if (!validate(zaakId)) return undefined
  return (await pool.query<ZaakStand>(FIND, [zaakId, behandelaarId])).rows[0]
}
