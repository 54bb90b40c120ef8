import { claimBezorgingen } from '#lib/zaaksysteem/bezorging/claim/claim-bezorgingen.ts'
import { recordPogingen } from '#lib/zaaksysteem/bezorging/record/record-pogingen.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { percentiles } from '../../load/at-rate.ts'
import { acceptedPoging } from '../accepted-poging.ts'
import { addAbonnement } from '../add-abonnement.ts'
import { isShort } from '../short.ts'

const SMALL = 1_000
const LARGE = isShort ? 4_000 : 1_000_000
/** Only the first of each zaak is due; the later ones wait for it. */
const PER_ZAAK = 4
const CLAIMS = 16
/** Claims until PostgreSQL has cached the plan and the first pages. */
const WARM_UP = 8
/** An abonnement never gets more than half of the free places. */
const LIMIT = 32

/** UUIDs in the order of insertion, like version 7, which only PostgreSQL 18 can generate. */
const uuid = (number: string) => `(lpad(to_hex($1::int), 16, '0') || lpad(to_hex(${number}), 16, '0'))::uuid`

const FILL = `
  with nieuw as (
    insert into zaak (id, identificatie, zaaktype, omschrijving, aanvrager_naam, aanvrager_bsn, startdatum,
      einddatum_gepland, uiterlijke_einddatum, statustype, statuscode, team, gewijzigd_op)
    select ${uuid('number')}, 'CLAIM-' || $1 || '-' || number, 'APV-STAND', 'Standplaats', '', '999990342', now(), now(), now(),
      'ontvangen', 'ontvangen', 'Vergunningen', now()
    from generate_series(1, $2::int / ${PER_ZAAK}) number
    returning id, nummer
  ), gebeurtenissen as (
    insert into gebeurtenis (id, zaak_id, type, vastgelegd_op, sequence, body)
    select ${uuid(`nieuw.nummer * ${PER_ZAAK} + step`)}, nieuw.id, 'nl.overheid.zaken.zaakstatus-gewijzigd', now(),
      nieuw.nummer * ${PER_ZAAK} + step, '{"traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}'
    from nieuw, generate_series(1, ${PER_ZAAK}) step
    returning id, zaak_id, sequence
  )
  insert into bezorging (abonnement_id, gebeurtenis_id, zaak_id, sequence, volgende_poging)
  select $3::uuid, id, zaak_id, sequence,
    case when sequence = min(sequence) over (partition by zaak_id) then now() end
  from gebeurtenissen order by sequence`

/**
 * Returns the median milliseconds of a claim of 32, with a thousand and with a million bezorgingen waiting
 * for one sink.
 */
export async function measureClaimCost(ctx: ZaaksysteemContext) {
  const id = await addAbonnement(ctx, { sink: 'http://127.0.0.1:1/' })
  const small = await medianClaim(ctx, id, SMALL)
  const large = await medianClaim(ctx, id, LARGE)
  await ctx.close()
  return { small, smallBacklog: SMALL, large, largeBacklog: LARGE }
}

async function medianClaim(ctx: ZaaksysteemContext, abonnementId: string, backlog: number): Promise<number> {
  await ctx.pool.query(FILL, [backlog, backlog, abonnementId])
  await ctx.pool.query('vacuum analyze')
  await ctx.pool.query('checkpoint')
  const spent: number[] = []
  for (let claim = 0; claim < WARM_UP + CLAIMS; claim += 1) {
    const startMs = performance.now()
    const claimed = await claimBezorgingen(ctx, { limit: 2 * LIMIT })
    if (claim >= WARM_UP) spent.push(performance.now() - startMs)
    if (claimed.length < LIMIT) throw new Error(`Only ${claimed.length} were claimed`)
    await recordPogingen(
      ctx,
      claimed.map((bezorging) => acceptedPoging(bezorging, ctx.clock())),
    )
  }
  return percentiles(spent).p50
}
