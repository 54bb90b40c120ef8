import { MAX, NIL } from 'uuid'
import type { z } from 'zod'
import type { zakenPage } from '#lib/contract/zaak-resource.ts'
import { firstIdOf } from '#lib/platform/postgres/keyset.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { ZaaksysteemContext } from '../../../context.ts'
import { findZaakResources } from './find-zaak-resource.ts'

type Ctx = Pick<ZaaksysteemContext, 'pool' | 'once'>

/** Absent zaaktypen: all. `gewijzigdSinds`: an event about the zaak was logged since then. */
type Search = {
  identificatie?: string | undefined
  status?: string | undefined
  gewijzigdSinds?: Date | undefined
  zaaktypen?: readonly string[] | undefined
}

/** The zaken of a page and the cursor of the next page; null at the end. */
type Place = { ids: string[]; volgende: string | null }

/**
 * Returns a page of the zaken that match a search, or of all zaken, in order of uuid. With `gewijzigdSinds`
 * the order is that of the last change. Such a page examines a fixed number of changes, so it may have fewer
 * zaken than `limiet`, or none. `laatste`, on the first page of all zaken, is the last uuid at this moment.
 */
export async function findZakenPage(
  ctx: Ctx,
  { na, limiet, ...search }: Search & { na?: string | undefined; limiet: number },
): Promise<z.infer<typeof zakenPage>> {
  const { identificatie, gewijzigdSinds, status, zaaktypen } = search
  const { ids, volgende } = await findPlace(ctx, { ...search, na, limiet })
  const isSearch = identificatie !== undefined || status !== undefined || gewijzigdSinds !== undefined
  return {
    zaken: await findZaakResources(ctx, ids, { zaaktypen }),
    volgende,
    ...(!na && !isSearch && { laatste: await findLaatste(ctx, zaaktypen) }),
  }
}

async function findPlace(
  ctx: Ctx,
  { na, limiet, ...search }: Search & { na: string | undefined; limiet: number },
): Promise<Place> {
  const { identificatie, gewijzigdSinds } = search
  if (identificatie !== undefined) return findByIdentificatie(ctx, { ...search, identificatie })
  if (gewijzigdSinds) return walkChanges(ctx, { ...search, na: na ?? firstIdOf(gewijzigdSinds), limiet })
  const ids = await findIds(ctx, { ...search, na: na ?? NIL, take: limiet + 1 })
  const page = ids.slice(0, limiet)
  return { ids: page, volgende: ids.length > limiet ? (page.at(-1) ?? null) : null }
}

const ALL = 'select id from zaak where id > $1 order by id limit $2::int'
const LAST_OF_ALL = 'select id from zaak where id < $1 order by id desc limit 1'

function findIds(ctx: Ctx, { status, zaaktypen, na, take }: Search & { na: string; take: number }): Promise<string[]> {
  const from = [na, `${take}`]
  if (status !== undefined) return readIds(ctx, 'zaken-of-status', OF_STATUS, [...from, toJson(zaaktypen), status])
  if (zaaktypen) return readIds(ctx, 'first-zaken-of-zaaktypen', FIRST_OF_ZAAKTYPEN, [...from, toJson(zaaktypen)])
  return readIds(ctx, 'first-zaken', ALL, from)
}

async function findLaatste(ctx: Ctx, zaaktypen: readonly string[] | undefined): Promise<string | null> {
  const [laatste = null] = zaaktypen
    ? await readIds(ctx, 'last-zaak-of-zaaktypen', LAST_OF_ZAAKTYPEN, [MAX, '1', toJson(zaaktypen)])
    : await readIds(ctx, 'last-zaak', LAST_OF_ALL, [MAX])
  return laatste
}

const toJson = (zaaktypen: readonly string[] | undefined) => (zaaktypen ? JSON.stringify(zaaktypen) : null)
const IN_ZAAKTYPEN = '(select jsonb_array_elements_text($3::jsonb))'

/**
 * Uses the two indexes by which the werkvoorraad sorts zaaktypen, of open and of closed zaken, which are
 * ordered by uuid within a name. One lookup per name that a zaaktype has or had avoids scanning the primary
 * key past other zaaktypen. An index of its own would make every change of a zaak more expensive.
 *
 * The name is compared by a range. With `=` the planner knows that the primary key has the same order, and
 * scans that when it expects to hit enough rows early.
 */
const ofZaaktypen = (order: 'asc' | 'desc', from: string) => {
  const ofState = (state: string) => `(
    select id from zaak
    where ${from} and ${NAAM} <= naam.zaaktypenaam and zaaktype = naam.zaaktype and ${state}
    order by ${NAAM} ${order}, id ${order} limit $2::int
  )`
  return `
    with naam as (
      select distinct identificatie as zaaktype, gegevens #>> '{omschrijving,nl}' as zaaktypenaam
      from zaaktypeversie where identificatie = any (array${IN_ZAAKTYPEN})
    )
    select found.id
    from naam cross join lateral (${ofState('einddatum is null')} union all ${ofState('einddatum is not null')}) found
    order by id ${order} limit $2::int`
}

const NAAM = 'zaak.zaaktypenaam collate "C"'
const FIRST_OF_ZAAKTYPEN = ofZaaktypen('asc', `(${NAAM}, id) > (naam.zaaktypenaam, $1::uuid)`)
const LAST_OF_ZAAKTYPEN = ofZaaktypen('desc', `${NAAM} >= naam.zaaktypenaam and id < $1::uuid`)

/** Looks each zaaktype up in the index once. Compares by a range, as `ofZaaktypen` explains. */
const OF_STATUS = `
  with gevraagd as (
    select distinct identificatie as zaaktype from zaaktypeversie
    where $3::jsonb is null or identificatie = any (array${IN_ZAAKTYPEN})
  )
  select found.id
  from gevraagd cross join lateral (
    select zaak_id as id from lijststatus
    where (statuscode, zaaktype, zaak_id) > ($4, gevraagd.zaaktype, $1::uuid)
      and (statuscode, zaaktype) <= ($4, gevraagd.zaaktype)
    order by statuscode, zaaktype, zaak_id limit $2::int
  ) found
  order by id limit $2::int`

/** The number of changes that a page examines. */
const WALKED = 500

/** History rows are ordered by event id, a UUID v7. A zaak is listed at its last change. */
const WALK = `
  with walked as materialized (
    select zaak_id, versie, gebeurtenis_id from status
    where gebeurtenis_id > $1::uuid order by gebeurtenis_id limit ${WALKED}
  ), last as (
    select gebeurtenis_id from walked order by gebeurtenis_id desc limit 1
  )
  select zaak.id, walked.gebeurtenis_id as plaats,
    (select gebeurtenis_id from last) as tot, (select count(*)::int from walked) as walked
  from (select) as one
  left join (
    walked join zaak on zaak.id = any (array[walked.zaak_id]) and zaak.versie = walked.versie
      and ($3::jsonb is null or zaaktype = any (array${IN_ZAAKTYPEN})) and ($4::text is null or statuscode = $4)
  ) on true
  order by plaats limit $2::int`

type Walked = { id: string | null; plaats: string; tot: string | null; walked: number }

async function walkChanges(
  ctx: Ctx,
  { na, limiet, status, zaaktypen }: Search & { na: string; limiet: number },
): Promise<Place> {
  const values = [na, `${limiet + 1}`, toJson(zaaktypen), status ?? null]
  const [rows = []] = await runPipeline(ctx.pool, [{ name: 'changed-zaken', text: WALK, values }])
  const [{ tot, walked }] = rows as [Walked]
  const found = (rows as Walked[]).flatMap(({ id, plaats }) => (id ? [{ id, plaats }] : []))
  const page = found.slice(0, limiet)
  const isFull = found.length > limiet
  const ids = page.map(({ id }) => id)
  return { ids, volgende: isFull ? (page.at(-1)?.plaats ?? null) : walked === WALKED ? tot : null }
}

const OF_IDENTIFICATIE = `
  select id from zaak
  where identificatie = $1 and ($2::text is null or statuscode = $2)
    and ($3::uuid is null or (
      select gebeurtenis_id from status where zaak_id = zaak.id and versie = zaak.versie
    ) > $3)`

async function findByIdentificatie(
  ctx: Ctx,
  { identificatie, status, gewijzigdSinds }: Search & { identificatie: string },
): Promise<Place> {
  const since = gewijzigdSinds ? firstIdOf(gewijzigdSinds) : null
  return {
    ids: await readIds(ctx, 'zaak-of-identificatie', OF_IDENTIFICATIE, [identificatie, status ?? null, since]),
    volgende: null,
  }
}

/** Sorting is off, so that only the index of the order itself fits. */
const IN_ORDER = { name: 'in_order', select: "set_config('enable_sort', 'off', true)" }

async function readIds({ pool }: Ctx, name: string, text: string, values: (string | null)[]): Promise<string[]> {
  const [rows = []] = await runPipeline(pool, [{ name, text, values }], [IN_ORDER])
  return rows.map(({ id }) => id)
}
