import { NIL } from 'uuid'
import type { z } from 'zod'
import type { zakenPage } from '#lib/contract/zaak-resource.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import { loadGevoelig, loadZaaktypen } from '../../../catalogus/find-zaaktypen.ts'
import { loadTeamnamen } from '../../../catalogus/team/find-teams.ts'
import type { ZaaksysteemContext } from '../../../context.ts'
import type { Prisma } from '../../../generated/client.ts'
import { toZaakResource, withStatussen } from './to-zaak-resource.ts'

type Ctx = Pick<ZaaksysteemContext, 'db' | 'pool' | 'once'>

/**
 * All zaken, or those of some zaaktypen, in order of uuid, as API clients page through them. The first page says which
 * zaak is the last one now.
 */
export async function findZakenPage(
  ctx: Ctx,
  { na, limiet, zaaktypen }: { na?: string | undefined; limiet: number; zaaktypen?: readonly string[] | undefined },
): Promise<z.infer<typeof zakenPage>> {
  const take = limiet + 1
  const where: Prisma.ZaakWhereInput = zaaktypen
    ? { id: { in: await findIdsOfZaaktypen(ctx, { zaaktypen, na: na ?? NIL, limiet: take }) } }
    : na
      ? { id: { gt: na } }
      : {}
  const rows = await ctx.db.zaak.findMany({ where, orderBy: { id: 'asc' }, take, include: withStatussen })
  const page = rows.slice(0, limiet)
  const zaaktypeOf = await loadZaaktypen(ctx, page)
  const teamnaamOf = await loadTeamnamen(ctx)
  const isGevoelig = await loadGevoelig(ctx, page)
  return {
    zaken: page.map((zaak) => {
      const row = { ...zaak, team: teamnaamOf(zaak.team), gevoelig: isGevoelig(zaak) }
      return toZaakResource(ctx, row, zaaktypeOf(zaak))
    }),
    volgende: rows.length > limiet ? (page.at(-1)?.id ?? null) : null,
    ...(!na && { laatste: await findLaatste(ctx, zaaktypen) }),
  }
}

async function findLaatste(ctx: Ctx, zaaktypen: readonly string[] | undefined): Promise<string | null> {
  if (zaaktypen) return findLastOfZaaktypen(ctx, zaaktypen)
  const zaak = await ctx.db.zaak.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
  return zaak?.id ?? null
}

/**
 * The primary key would have to be walked past all zaken of other zaaktypen. The two indexes by which the werkvoorraad sorts
 * zaaktypen, of open zaken and of closed ones, are in order of uuid within a name: so it is a look into each for each name
 * that the zaaktypen have or had, and no index of its own, which every change of a zaak would pay for.
 *
 * The name is given by its limits: by `=` the planner would know that the primary key has that order as well, and walk it
 * whenever it expects to meet enough of them early.
 */
const select = (order: 'asc' | 'desc', from: string) => {
  const ofState = (state: string) => `(
    select id from zaak
    where ${from} and ${NAAM} <= naam.zaaktypenaam and zaaktype = naam.zaaktype and ${state}
    order by ${NAAM} ${order}, id ${order} limit $2::int
  )`
  return `
    with naam as (
      select distinct identificatie as zaaktype, gegevens #>> '{omschrijving,nl}' as zaaktypenaam
      from zaaktypeversie where identificatie = any($1::text[])
    )
    select found.id
    from naam cross join lateral (${ofState('einddatum is null')} union all ${ofState('einddatum is not null')}) found
    order by id ${order} limit $2::int`
}

/** Only the index of the order itself has the rows sorted. */
const READ_IN_ORDER = `${LOOK_UP_IN_INDEXES}, set_config('enable_sort', 'off', true)`
const NAAM = 'zaak.zaaktypenaam collate "C"'
const FIRST = select('asc', `(${NAAM}, id) > (naam.zaaktypenaam, $3::uuid)`)
const LAST = select('desc', `${NAAM} >= naam.zaaktypenaam`)

/** The first zaken of some zaaktypen after `na`, in order of uuid. */
function findIdsOfZaaktypen(
  ctx: Ctx,
  { zaaktypen, na, limiet }: { zaaktypen: readonly string[]; na: string; limiet: number },
): Promise<string[]> {
  return findIds(ctx, FIRST, [zaaktypen, limiet, na])
}

/** The last zaak of some zaaktypen, in order of uuid. */
async function findLastOfZaaktypen(ctx: Ctx, zaaktypen: readonly string[]): Promise<string | null> {
  return (await findIds(ctx, LAST, [zaaktypen, 1]))[0] ?? null
}

async function findIds({ pool }: Ctx, text: string, values: unknown[]): Promise<string[]> {
  const { rows } = await inTransaction(pool, async (client) => {
    await client.query(READ_IN_ORDER)
    return client.query<{ id: string }>(text, values)
  })
  return rows.map(({ id }) => id)
}
