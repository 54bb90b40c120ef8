import type { PublieksportaalContext } from '../context.ts'
import type { Bewijssoort, Namens } from '../generated/client.ts'
import type { DocumentVanBurger } from '../zaak/zaak-van-burger.ts'

/** What is kept of a document that was fetched, for when it is withdrawn or replaced later. */
export type OpgehaaldDocument = { id: string; titel: string; sha256: string }

/** The bewijs of the change that added it: the first time stays, of the aanvrager himself and of who acts for him. */
const RECORD = `
  insert into bewijs (bron, gebeurtenis_id, soort, zaak_id, burger_id, tijdstip, document, volgende_poging)
  select $4, gebeurtenis_id, $5::bewijssoort, zaak.id, burger_id, $6::timestamptz, $7::jsonb, $6::timestamptz
  from zaak join status on status.zaak_id = zaak.id and status.versie = $3
  where zaak.id = $2 and burger_id = $1
  on conflict do nothing`

/**
 * Records that a document was given to its last byte. The zaaksysteem is told of it, as of all that becomes of a change. One in a ZGW
 * registratie came with no change.
 */
export async function recordOpgehaald(
  { pool, env, clock }: Pick<PublieksportaalContext, 'pool' | 'env' | 'clock'>,
  given: { burgerId: string; namens: Namens | null; zaakId: string; document: DocumentVanBurger },
): Promise<void> {
  const { burgerId, namens, zaakId, document } = given
  const { id, titel, sha256, versie } = document
  if (sha256 === null) return
  const soort: Bewijssoort = namens === null ? 'document_opgehaald' : 'document_opgehaald_door_gemachtigde'
  const kept: OpgehaaldDocument = { id, titel, sha256 }
  await pool.query(RECORD, [burgerId, zaakId, versie, env.PUBLIEKSPORTAAL_BRON, soort, clock(), JSON.stringify(kept)])
}

/**
 * Ids of the documents of a zaak that whoever looks need not be told of any more: those that the aanvrager fetched and, for who
 * acts for him, that any of them did.
 */
export async function findOpgehaald(
  { db }: Pick<PublieksportaalContext, 'db'>,
  { burgerId, namens, zaakId }: { burgerId: string; namens: Namens | null; zaakId: string },
): Promise<Set<string>> {
  const soorten: Bewijssoort[] = ['document_opgehaald']
  if (namens) soorten.push('document_opgehaald_door_gemachtigde')
  const rows = await db.bewijs.findMany({
    where: { zaakId, burgerId, soort: { in: soorten } },
    select: { document: true },
  })
  return new Set(rows.map(({ document }) => (document as OpgehaaldDocument).id))
}
