import { type DoorlooptijdResource, doorlooptijdenAnswer } from '#lib/contract/doorlooptijden.ts'
import { latestEndSql } from '#lib/platform/is-over.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import { callZaaksysteem, configuredApi } from './call-zaaksysteem.ts'

/** The portal asks once an hour, so that a doorlooptijd that the municipality no longer wants to tell is soon gone. */
const EVERY_SECONDS = 60 * 60

/** Who claims the turn sets the next one, so that no other process asks, and a process that dies only skips a turn. */
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

/** Fetches, once an hour, how long zaken usually take. While that fails, what is known stays. */
export async function fetchDoorlooptijden(ctx: PublieksportaalContext): Promise<void> {
  const { rowCount } = await ctx.pool.query(CLAIM, [ctx.env.PUBLIEKSPORTAAL_BRON, sqlNow(ctx.clock)])
  if (rowCount === 0) return
  const answer = await callZaaksysteem(configuredApi(ctx), { path: '/doorlooptijden', schema: doorlooptijdenAnswer })
  if (!answer.ok) {
    const { reason } = answer
    ctx.log.warn({ reason }, 'How long zaken take could not be fetched; trying again in an hour')
    return
  }
  await store(ctx, answer.value.doorlooptijden)
}

function store({ pool }: PublieksportaalContext, doorlooptijden: DoorlooptijdResource[]): Promise<void> {
  // a zaaksysteem that says one twice would otherwise fail the statement
  const byZaaktype = new Map(doorlooptijden.map((one) => [one.zaaktype, one]))
  return inTransaction(pool, async (client) => {
    await client.query(REMOVE_OTHERS, [[...byZaaktype.keys()]])
    await client.query(STORE, [JSON.stringify([...byZaaktype.values()])])
  })
}
