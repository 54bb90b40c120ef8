import { validate } from 'uuid'
import type { TracedActor } from '../audit/recorded-transaction.ts'
import { lookAtZaken } from '../catalogus/look-at-zaken.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { magWieSql } from '../rechten/mag-sql.ts'
import type { Bulkhandeling, BulkReden, Invoer } from './bulkhandelingen.ts'

export type BulkregelDetail = {
  zaakId: string
  versie: number
  uitkomst: 'gedaan' | 'geweigerd' | null
  redenen: BulkReden[]
  /** also of a removed zaak; null when nothing of it is left */
  identificatie: string | null
  /** null when the zaak was removed or may no longer be read */
  omschrijving: string | null
}

export type BulkopdrachtDetail = NonNullable<Awaited<ReturnType<typeof findBulkopdrachtOf>>>

const FIND_REGELS = `
  select zaak_id as "zaakId", bulkregel.versie, uitkomst, redenen,
    coalesce(zaak.identificatie, verwijderde_zaak.identificatie) as identificatie, omschrijving
  from bulkregel left join zaak on zaak.id = zaak_id and ${magWieSql('$2::uuid', 'lezen')}
    left join verwijderde_zaak on verwijderde_zaak.id = zaak_id
  where opdracht_id = $1 order by volgnummer`

/**
 * Returns an opdracht of this behandelaar with the outcome of each zaak so far, after recording the look.
 * `undefined` when it is not his.
 */
export async function findBulkopdrachtOf(
  ctx: Pick<ZaaksysteemContext, 'env' | 'db' | 'pool' | 'clock' | 'once'>,
  { actor, opdrachtId }: { actor: TracedActor; opdrachtId: string },
) {
  const begonnenOp = ctx.clock()
  const behandelaarId = actor.id
  if (!validate(opdrachtId)) return undefined
  const opdracht = await ctx.db.bulkopdracht.findUnique({ where: { id: opdrachtId, behandelaarId } })
  if (!opdracht) return undefined
  const { rows } = await ctx.pool.query<BulkregelDetail>(FIND_REGELS, [opdrachtId, behandelaarId])
  await lookAtZaken(ctx, {
    actor,
    handeling: 'lijst_bekijken',
    begonnenOp,
    zaakIds: rows.flatMap(({ zaakId, omschrijving }) => (omschrijving === null ? [] : zaakId)),
    object: { soort: 'bulkopdracht', id: opdrachtId },
    ofLijst: true,
    onceAMinute: true,
  })
  const count = (wanted: BulkregelDetail['uitkomst']) => rows.filter(({ uitkomst }) => uitkomst === wanted).length
  const { id, handeling, invoer, gestartOp, klaarOp } = opdracht
  return {
    id,
    /** the behandelaar who ordered it and looks at it */
    actor,
    behandelaarId,
    handeling,
    invoer: invoer as Invoer | null,
    gestartOp,
    klaarOp,
    gedaan: count('gedaan'),
    geweigerd: count('geweigerd'),
    regels: rows,
  }
}

const NEWEST = 20

type BulkopdrachtRegel = {
  id: string
  handeling: Bulkhandeling
  gestartOp: Date
  klaarOp: Date | null
  totaal: number
  gedaan: number
  geweigerd: number
}

/** Returns the last opdrachten that this behandelaar started, newest first. */
export async function findBulkopdrachtenOf(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  behandelaarId: string,
): Promise<BulkopdrachtRegel[]> {
  const { rows } = await pool.query<BulkopdrachtRegel>(
    `select id, handeling, gestart_op as "gestartOp", opdracht.klaar_op as "klaarOp", counted.*
     from bulkopdracht opdracht cross join lateral (
       select count(*)::int as totaal, count(*) filter (where uitkomst = 'gedaan')::int as gedaan,
         count(*) filter (where uitkomst = 'geweigerd')::int as geweigerd
       from bulkregel where opdracht_id = opdracht.id
     ) counted
     where behandelaar_id = $1 and gestart_op is not null
     order by gestart_op desc limit ${NEWEST}`,
    [behandelaarId],
  )
  return rows
}
