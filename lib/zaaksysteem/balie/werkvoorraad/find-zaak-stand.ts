import { validate } from 'uuid'
import type { ZaaksysteemContext } from '../../context.ts'
import { magSql } from '../../rechten/mag-sql.ts'

/** By which an open page sees that there is more than it shows. Each of them only grows. */
export type ZaakStand = {
  versie: number
  /** how often the aanvrager said or asked something */
  inzendingen: number
  /** how often colleagues did what changes no versie */
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
 * How far a zaak is, for a behandelaar who may read it. That is no look: it tells nothing of the zaak or its aanvrager. Not
 * prepared, so that no plan from before there were inzendingen is kept.
 */
export async function findZaakStand(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { zaakId, behandelaarId }: { zaakId: string; behandelaarId: string },
): Promise<ZaakStand | undefined> {
  if (!validate(zaakId)) return undefined
  return (await pool.query<ZaakStand>(FIND, [zaakId, behandelaarId])).rows[0]
}
