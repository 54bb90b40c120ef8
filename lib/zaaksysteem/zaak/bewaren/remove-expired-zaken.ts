import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import { findZaaktypeversies } from '../../catalogus/find-zaaktypen.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { laatsteEinddatum } from '../../termijn/bewaartermijn.ts'
import { removeZaak } from './remove-zaak.ts'

/** In the audittrail, where an act of a person has a name. */
export const ARCHIEFBEHEER = 'archiefbeheer'
const BATCH = 100
/** A bound on a round: a term that is over for many zaken at once does not keep receivers from other events. */
const BATCHES_A_ROUND = 10

/** One look into the index for each bewaartermijn. Parameters: of each its zaaktype, version and resultaat, and $4 until when. */
const FIND = `
  select zaak.id, zaak.versie
  from unnest($1::text[], $2::int[], $3::text[], $4::date[]) as termijn (zaaktype, versie, resultaat, tot)
  cross join lateral (
    select id, versie from zaak
    where zaaktype = termijn.zaaktype and zaaktypeversie = termijn.versie and resultaat = termijn.resultaat
      and einddatum <= tot
    order by einddatum limit ${BATCH}
  ) zaak
  limit ${BATCH}`

type Expired = { id: string; versie: number }

/**
 * Destroys closed zaken whose bewaartermijn is over, as `removeZaak` does. When that is follows from the zaak and its
 * version of the zaaktype, so nothing has to be kept up to date: a zaak that is reopened or gets another resultaat is looked
 * for elsewhere. That another worker does so at the same moment, or somebody changes the zaak, is a conflict that ends by
 * itself.
 *
 * @returns how many
 */
export async function removeExpiredZaken(
  ctx: ZaaksysteemContext,
  { signal }: { signal?: AbortSignal } = {},
): Promise<number> {
  let removed = 0
  for (let batch = 0; batch < BATCHES_A_ROUND && !signal?.aborted; batch++) {
    const expired = await findExpired(ctx)
    const outcomes = await Promise.all(
      expired.map(({ id: zaakId, versie }) =>
        removeZaak(ctx, {
          zaakId,
          versie,
          grond: 'bewaartermijn',
          door: { taak: ARCHIEFBEHEER },
          traceparent: traceparentOf(null),
        }),
      ),
    )
    const done = outcomes.filter(({ ok }) => ok).length
    removed += done
    if (expired.length < BATCH || done === 0) break
  }
  return removed
}

async function findExpired(ctx: ZaaksysteemContext): Promise<Expired[]> {
  const today = dateInAmsterdam(ctx.clock())
  const termijnen = (await findZaaktypeversies(ctx)).flatMap(({ identificatie, versie, resultaattypen }) =>
    resultaattypen.flatMap(({ code, bewaartermijn }) =>
      bewaartermijn ? { identificatie, versie, code, tot: laatsteEinddatum(today, bewaartermijn) } : [],
    ),
  )
  const values = [
    termijnen.map(({ identificatie }) => identificatie),
    termijnen.map(({ versie }) => versie),
    termijnen.map(({ code }) => code),
    termijnen.map(({ tot }) => tot),
  ]
  return inTransaction(ctx.pool, async (client) => {
    await client.query(LOOK_UP_IN_INDEXES)
    return (await client.query<Expired>(FIND, values)).rows
  })
}
