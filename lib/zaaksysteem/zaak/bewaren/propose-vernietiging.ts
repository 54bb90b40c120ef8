import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { type Actor, recordedPgTransaction } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Verwijdergrond } from '../../generated/client.ts'
import { magOveralSql } from '../../rechten/mag-sql.ts'
import { findZaakAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import { findTeVernietigen } from './find-te-vernietigen.ts'
import { type Grond, grondOf } from './grond.ts'
import { whyKept } from './remove-zaak.ts'

/** The most zaken of one lijst: as many as a second person can review. */
export const MOST_OF_LIJST = 1000

type Voorstel = { grond: Verwijdergrond; toelichting?: string; actor: Actor }
type Proposed = { ok: true; lijstId: string } | { ok: false; reason: 'not_found' | 'nothing_due' }

const INSERT_LIJST = `
  insert into vernietigingslijst (id, grond, toelichting, voorgesteld_door_id, voorgesteld_op)
  select $1::uuid, $2::verwijdergrond, $3, $4::uuid, $5::timestamptz where ${magOveralSql('$4::uuid', 'vernietigen')}`

/**
 * Locks the zaken, so that a concurrent hold is either seen here or takes the zaak off the lijst. Leaves out
 * zaken that changed, are held or are on another lijst.
 */
const INSERT_REGELS = `
  insert into vernietigingsregel (lijst_id, volgnummer, zaak_id, versie, identificatie, zaaktype, zaaktypenaam, resultaatnaam,
    selectielijst, einddatum, bewaartermijn, archiefactiedatum)
  select $1::uuid, volgnummer, "zaakId", regel.versie, regel.identificatie, regel.zaaktype, regel.zaaktypenaam,
    "resultaatnaam", selectielijst, regel.einddatum, bewaartermijn, archiefactiedatum
  from jsonb_to_recordset($2::jsonb) as regel (volgnummer int, "zaakId" uuid, versie int, identificatie text,
    zaaktype text, zaaktypenaam text, "resultaatnaam" text, selectielijst text, einddatum date, bewaartermijn text,
    archiefactiedatum date)
  join zaak on zaak.id = "zaakId" and zaak.versie = regel.versie
  where coalesce(aangehouden_tot < $3::date, true)
  order by zaak.id
  for share of zaak
  on conflict (zaak_id) where uitkomst is null do nothing`

/** Proposes zaken whose bewaartermijn is over, of one zaaktype or of all, to a second person. */
export async function proposeVernietiging(
  ctx: ZaaksysteemContext,
  { zaaktype, actor }: { zaaktype?: string | undefined; actor: Actor },
): Promise<Proposed> {
  const gronden = await findTeVernietigen(ctx, { zaaktype, most: MOST_OF_LIJST })
  return propose(ctx, { grond: 'bewaartermijn', actor }, gronden)
}

type Removal = Required<Voorstel> & { zaakId: string; versie: number }

/**
 * Proposes to remove one zaak by hand.
 *
 * @param removal.versie the versie that the proposer has seen
 * @param removal.toelichting the reason, without names, because it is kept
 */
export async function proposeRemoval(ctx: ZaaksysteemContext, { zaakId, versie, ...voorstel }: Removal) {
  const wanted = { zaakId, versie, behandelaarId: voorstel.actor.id, recht: 'vernietigen' } as const
  const found = await findZaakAtVersie(ctx, wanted)
  if (!found.ok) return found
  const kept = voorstel.grond === 'bewaartermijn' && whyKept(found.zaaktype, found.zaak, dateInAmsterdam(ctx.clock()))
  if (kept) return { ok: false, reason: kept } as const
  const { identificatie } = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaakId } })
  return propose(ctx, voorstel, [grondOf(found.zaaktype, { ...found.zaak, zaakId, identificatie })])
}

function propose(
  ctx: ZaaksysteemContext,
  { grond, toelichting, actor }: Voorstel,
  gronden: readonly Grond[],
): Promise<Proposed> {
  const lijstId = uuidv7()
  const now = ctx.clock()
  return recordedPgTransaction(ctx, async (client, record): Promise<Proposed> => {
    const made = await client.query(INSERT_LIJST, [lijstId, grond, toelichting, actor.id, now])
    if (!made.rowCount) return { ok: false, reason: 'not_found' }
    if (!(await insertRegels(client, { lijstId, gronden, today: dateInAmsterdam(now) }))) {
      return { ok: false, reason: 'nothing_due' }
    }
    await record({ actor, handeling: 'vernietiging_voorstellen', object: { soort: 'vernietigingslijst', id: lijstId } })
    return { ok: true, lijstId }
  })
}

async function insertRegels(
  client: pg.PoolClient,
  { lijstId, gronden, today }: { lijstId: string; gronden: readonly Grond[]; today: string },
): Promise<boolean> {
  const regels = gronden.map((grond, index) => ({ ...grond, volgnummer: index + 1 }))
  const { rowCount } = await client.query(INSERT_REGELS, [lijstId, JSON.stringify(regels), today])
  return rowCount !== 0
}
