import type pg from 'pg'
import { validate as isUuid } from 'uuid'
import { burgerActor, type Handelende, recordedPgTransaction } from '../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Namens } from '../generated/client.ts'

export type Gezien = {
  burgerId: string
  /** the kind of burger that a gemachtigde looked for; null when the burger looked */
  namens: Namens | null
  zaakId: string
  versie: number
}

/**
 * A single statement, so that every versie marked as seen also gets its bewijs for the zaaksysteem. Every
 * change up to the versie counts as seen, because the page shows them all. The lock serialises two tabs:
 * the second finds nothing new.
 *
 * A versie seen by the gemachtigde of a citizen stays new for that citizen, whose own bewijs can follow. A
 * company has only gemachtigden, so there it counts as seen.
 */
const MARK = `
  with unseen as (
    select id, burger_id, gezien_versie as van, least($3::bigint, versie) as tot from zaak
    where id = $2 and burger_id = $1 and gezien_versie < least($3::bigint, versie)
    for no key update
  ), marked as (
    update zaak set gezien_versie = tot from unseen where zaak.id = unseen.id and not $7::boolean
  )
  insert into bewijs (bron, gebeurtenis_id, soort, zaak_id, burger_id, tijdstip, volgende_poging)
  select $4, gebeurtenis_id, $6::bewijssoort, unseen.id, burger_id, $5::timestamptz, $5::timestamptz
  from unseen join status on status.zaak_id = unseen.id and status.versie > van and status.versie <= tot
  on conflict do nothing`

/**
 * Records that a versie was on screen. Never goes back, and never beyond the current versie.
 *
 * @returns true when this was new
 */
export async function markGezien(
  { env, clock, pool }: Pick<PublieksportaalContext, 'env' | 'clock'> & { pool: pg.Pool | pg.PoolClient },
  { burgerId, namens, zaakId, versie }: Gezien,
): Promise<boolean> {
  if (!isUuid(zaakId) || !Number.isSafeInteger(versie)) return false
  const soort = namens === null ? 'gezien' : 'gezien_door_gemachtigde'
  const staysNew = namens === 'persoon'
  const values = [burgerId, zaakId, versie, env.PUBLIEKSPORTAAL_BRON, clock(), soort, staysNew]
  const { rowCount } = await pool.query(MARK, values)
  return rowCount !== 0
}

/** Records that the viewer confirms having read this versie, with an auditregel of who did so for whom. */
export async function confirmGezien(
  ctx: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock' | 'log'>,
  { gemachtigdeId, ...gezien }: Gezien & Handelende,
): Promise<void> {
  await recordedPgTransaction(ctx, async (client, record) => {
    if (!(await markGezien({ ...ctx, pool: client }, gezien))) return
    const actor = burgerActor({ burgerId: gezien.burgerId, gemachtigdeId })
    await record({ actor, handeling: 'lezen_bevestigen', object: { soort: 'zaak', id: gezien.zaakId } })
  })
}

/** True when a gemachtigde had this versie on screen; it may still be new to the citizen. */
export async function isGezienDoorGemachtigde(
  { db }: Pick<PublieksportaalContext, 'db'>,
  { burgerId, zaakId, versie }: { burgerId: string; zaakId: string; versie: number },
): Promise<boolean> {
  const status = await db.status.findFirst({
    where: { zaakId, versie, zaak: { burgerId } },
    select: { gebeurtenisId: true },
  })
  if (!status) return false
  return (await db.bewijs.count({ where: { burgerId, soort: 'gezien_door_gemachtigde', ...status } })) > 0
}
