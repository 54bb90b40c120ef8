import type { PublieksportaalContext } from '../context.ts'
import type { Bewijssoort, Namens } from '../generated/client.ts'
import type { DocumentVanBurger } from '../zaak/zaak-van-burger.ts'

/** The fields of a fetched document that are kept, because it may be withdrawn or replaced later. */
export type OpgehaaldDocument = { id: string; titel: string; sha256: string }

/** Some 250 separate ranges. A sessie that needs more has to fetch the whole document at once. */
const MAX_DELEN_BYTES = 4 * 1024

/** Adds a range to those of the sessie. A sessie that was deleted meanwhile has none. */
const ADD_DEEL = `
  insert into ophaling as had (sessie_id, document_id, delen)
  select id, $2, int8multirange(int8range($3, $4)) from sessie where id = $1
  on conflict (sessie_id, document_id) do update set delen = had.delen + excluded.delen
  where pg_column_size(had.delen + excluded.delen) <= ${MAX_DELEN_BYTES}
  returning delen @> int8range(0, $5) as "isAlles"`

/**
 * Adds a bewijs to the change that added the document. The first time stays, for the aanvrager and for a
 * gemachtigde each.
 */
const RECORD = `
  insert into bewijs (bron, gebeurtenis_id, soort, zaak_id, burger_id, tijdstip, document, volgende_poging)
  select $4, gebeurtenis_id, $5::bewijssoort, zaak.id, burger_id, $6::timestamptz, $7::jsonb, $6::timestamptz
  from zaak join status on status.zaak_id = zaak.id and status.versie = $3
  where zaak.id = $2 and burger_id = $1
  on conflict do nothing`

/**
 * Records that bytes `start` up to `end` (exclusive) of a document were sent. The document counts as fetched
 * once a sessie has all bytes (Awb 2:17), which is reported to the zaaksysteem. A document of a ZGW
 * registratie belongs to no change.
 */
export async function recordOpgehaald(
  { pool, env, clock }: Pick<PublieksportaalContext, 'pool' | 'env' | 'clock'>,
  given: {
    sessieId: string
    burgerId: string
    namens: Namens | null
    zaakId: string
    document: DocumentVanBurger
    start: number
    end: number
  },
): Promise<void> {
  const { sessieId, burgerId, namens, zaakId, document, start, end } = given
  const { id, titel, sha256, versie, grootte } = document
  if (sha256 === null || grootte === null || start === end) return
  if (end - start < grootte) {
    const { rows } = await pool.query<{ isAlles: boolean }>(ADD_DEEL, [sessieId, id, start, end, grootte])
    if (!rows[0]?.isAlles) return
  }
  const soort: Bewijssoort = namens === null ? 'document_opgehaald' : 'document_opgehaald_door_gemachtigde'
  const kept: OpgehaaldDocument = { id, titel, sha256 }
  await pool.query(RECORD, [burgerId, zaakId, versie, env.PUBLIEKSPORTAAL_BRON, soort, clock(), JSON.stringify(kept)])
}

/**
 * Viewing a zaak records a bewijs for each of its changes. A seen change without a bewijs is older than the
 * portal's copy, so its document is not new.
 */
const FIND_NIEUW = `
  select document ->> 'id' as id
  from zaak cross join jsonb_array_elements(gegevens -> 'documenten') document
    join status on status.zaak_id = zaak.id and status.versie = (document ->> 'versie')::int
  where zaak.id = $1 and zaak.burger_id = $2
    and (status.versie > gezien_versie or exists (
      select from bewijs
      where bewijs.gebeurtenis_id = status.gebeurtenis_id and soort in ('gezien', 'gezien_door_gemachtigde')
    ))
    and not exists (
      select from bewijs
      where bewijs.zaak_id = zaak.id and bewijs.burger_id = zaak.burger_id and soort = any ($3::bewijssoort[])
        and bewijs.document ->> 'id' = document.value ->> 'id'
    )`

/**
 * Ids of the documents that are new to this viewer: added since the portal has the zaak, and not fetched by
 * the aanvrager. For a gemachtigde: not fetched by any gemachtigde either.
 */
export async function findNieuweDocumenten(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  { burgerId, namens, zaakId }: { burgerId: string; namens: Namens | null; zaakId: string },
): Promise<Set<string>> {
  const soorten: Bewijssoort[] = ['document_opgehaald']
  if (namens) soorten.push('document_opgehaald_door_gemachtigde')
  const { rows } = await pool.query<{ id: string }>(FIND_NIEUW, [zaakId, burgerId, soorten])
  return new Set(rows.map(({ id }) => id))
}
