import { type DoorlooptijdResource, doorlooptijdenAnswer } from '#lib/contract/doorlooptijden.ts'
import { latestEndSql } from '#lib/platform/is-over.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import { callZaaksysteem, configuredApi } from './call-zaaksysteem.ts'

/** Short enough that a doorlooptijd that the municipality withdraws soon disappears. */
const EVERY_SECONDS = 60 * 60

/** Claiming a turn schedules the next one, so other processes do not ask and a crash only skips a turn. */
const CLAIM = `
  update bron set doorlooptijden_op = $2::timestamptz + make_interval(secs => ${EVERY_SECONDS})
  where source = $1 and status = 'actief'
    and (doorlooptijden_op is null or doorlooptijden_op <= $2 or doorlooptijden_op > ${latestEndSql('$2', EVERY_SECONDS)})`

const REMOVE_OTHERS = 'delete from doorlooptijd where not zaaktype = any($1::text[])'

const STORE = `
  insert into doorlooptijd (zaaktype, aantal, helft_binnen_weken, negen_van_tien_binnen_weken)
  select zaaktype, aantal, "helftBinnenWeken", "negenVanTienBinnenWeken"
  from jsonb_to_recordset($1::jsonb)
    as one (zaaktype text, aantal int, "helftBinnenWeken" int, "negenVanTienBinnenWeken" int)
  on conflict (zaaktype) do update set aantal = excluded.aantal, helft_binnen_weken = excluded.helft_binnen_weken,
    negen_van_tien_binnen_weken = excluded.negen_van_tien_binnen_weken`

/** Fetches once an hour how long zaken usually take. After a failure the stored values stay. */
export async function fetchDoorlooptijden(ctx: PublieksportaalContext): Promise<void> {
  const { rowCount } = await ctx.pool.query(CLAIM, [ctx.env.PUBLIEKSPORTAAL_BRON, sqlNow(ctx.clock)])
  if (rowCount === 0) return
  const answer = await callZaaksysteem(configuredApi(ctx), { path: '/doorlooptijden', schema: doorlooptijdenAnswer })
  if (!answer.ok) {
    const { reason } = answer
    ctx.log.warn({ reason }, 'The doorlooptijden could not be fetched; trying again in an hour')
    return
  }
  await store(ctx, answer.value.doorlooptijden)
}

function store({ pool }: PublieksportaalContext, doorlooptijden: DoorlooptijdResource[]): Promise<void> {
  // the upsert fails when the answer has a zaaktype twice
  const byZaaktype = new Map(doorlooptijden.map((one) => [one.zaaktype, one]))
  return inTransaction(pool, async (client) => {
    await client.query(REMOVE_OTHERS, [[...byZaaktype.keys()]])
    await client.query(STORE, [JSON.stringify([...byZaaktype.values()])])
  })
}

export type Doorlooptijd = Omit<DoorlooptijdResource, 'zaaktype' | 'peildatum'>

/** Returns how long zaken of a zaaktype usually take; null when the zaaksysteem does not say. */
export async function findDoorlooptijd(
  { db }: Pick<PublieksportaalContext, 'db'>,
  zaaktype: string,
): Promise<Doorlooptijd | null> {
  return db.doorlooptijd.findUnique({ where: { zaaktype }, omit: { zaaktype: true } })
}
