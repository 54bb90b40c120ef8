import { isDeepStrictEqual } from 'node:util'
import { NIL } from 'uuid'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { isUnavailable } from '#lib/platform/web-server/request-failure.ts'
import { ADVISORY_LOCKS } from '../../advisory-locks.ts'
import { findZaaktypeOf, loadZaaktypen } from '../../catalogus/find-zaaktypen.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { judgeHandeling } from '../handelingen/perform-handeling.ts'
import { applyChange, changeStatement } from '../wijziging/apply-change.ts'
import { findZaakAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import { SELECT_STATE, type ZaakState } from '../wijziging/zaak-state.ts'
import type { HerberekenReden } from './find-herberekeningen.ts'
import { RECOMPUTE_TERMIJN } from './recompute-termijn.ts'
import { correctedTermijn, type Datums, replayTermijn, SELECT_TERMIJNRIJ, type Termijnrij } from './replay-termijn.ts'

/** The actor in the history. A beheerder ordered it, also for zaken that he may not see. */
const HERBEREKENING = 'herberekening'
const LOOKED_AT = 200
const BATCH = 25
/** The most zaken that one herberekening shows and changes. The next herberekening finds the rest. */
export const MOST_REGELS = 500

type Open = { id: string; zaaktype: string | null; naarVersie: number | null }
type Search = Open & { gezochtTot: string | null; gevonden: number }
type Order = Open & { toelichting: string; ookLater: boolean; traceparent: string }
type Zaak = ZaakState & {
  id: string
  identificatie: string
  versie: number
  zaaktype: string
  zaaktypeversie: number
  startdatum: string
}
type Regel = Datums & { zaakId: string; versie: number }

const OPEN = 'id, zaaktype, naar_versie as "naarVersie"'

const FIND_SEARCH = `
  select ${OPEN}, gezocht_tot as "gezochtTot", gevonden from herberekening
  where gevonden_op is null order by aangevraagd_op limit 1`

const FIND_ZAKEN = `
  select id, identificatie, versie, zaaktype, zaaktypeversie, startdatum::text, ${SELECT_STATE} from zaak
  where id > $1 and einddatum is null and ($2::text is null or zaaktype = $2) order by id limit ${LOOKED_AT}`

const FIND_HISTORIES = `
  select zaak_id as "zaakId", ${SELECT_TERMIJNRIJ} from status where zaak_id = any($1::uuid[]) order by zaak_id, versie`

const INSERT_REGELS = `
  insert into herberekenregel (herberekening_id, zaak_id, versie, identificatie, streefdatum_was, streefdatum, fatale_datum_was,
    fatale_datum, doorgeschoven_dagen, redenen)
  select $1, regel.*, '{}' from jsonb_to_recordset($2) as regel ("zaakId" uuid, versie int, identificatie text,
    "streefdatumWas" date, "einddatumGepland" date, "fataleDatumWas" date, "uiterlijkeEinddatum" date, "doorgeschovenDagen" int)`

const SEARCHED = `
  update herberekening set gezocht_tot = $2, gezocht = gezocht + $3, gevonden = gevonden + $4, gevonden_op = $5 where id = $1`

const FIND_ORDER = `
  select ${OPEN}, toelichting, ook_later as "ookLater", traceparent from herberekening
  where gestart_op is not null and klaar_op is null order by gestart_op limit 1`

const FIND_REGELS = `
  select zaak_id as "zaakId", versie, streefdatum::text as "einddatumGepland", fatale_datum::text as "uiterlijkeEinddatum",
    doorgeschoven_dagen as "doorgeschovenDagen"
  from herberekenregel where herberekening_id = $1 and uitkomst is null order by zaak_id limit ${BATCH}`

const FINISH = `
  update herberekening set klaar_op = $2
  where id = $1 and not exists (select from herberekenregel where herberekening_id = $1 and uitkomst is null)`

const REFUSE = `
  update herberekenregel set uitkomst = 'geweigerd', redenen = $3, klaar_op = $4
  where herberekening_id = $1 and zaak_id = $2 and uitkomst is null`

const IS_OPEN =
  'regel.herberekening_id = act.herberekening_id and regel.zaak_id = act.zaak_id and regel.uitkomst is null'

/** One statement writes the act and its outcome, so that a crash cannot leave one without the other. */
const RECOMPUTE = changeStatement('recompute-termijn', {
  columns: { herberekening_id: 'uuid', naar_versie: 'int', naar_naam: 'text' },
  set: 'zaaktypeversie = act.naar_versie, zaaktypenaam = act.naar_naam',
  condition: `exists (select from herberekenregel as regel where ${IS_OPEN} for update)`,
  also: {
    settled: `
      update herberekenregel as regel set uitkomst = 'gedaan', klaar_op = act.vastgelegd_op from changed as act where ${IS_OPEN}`,
  },
})

/**
 * Searches the requested herberekeningen, and changes the zaken of those that were started. One worker at a
 * time does this; when it dies, another worker continues from its last batch.
 */
export async function processHerberekeningen(
  ctx: ZaaksysteemContext,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  await oneAtATime(ctx.pool, ADVISORY_LOCKS.herberekening, async () => {
    while (!signal?.aborted && ((await searchOn(ctx)) || (await changeOn(ctx)))) {
      // one batch after another
    }
  })
}

/** @returns true when there was a search to continue */
async function searchOn(ctx: ZaaksysteemContext): Promise<boolean> {
  const [search] = (await ctx.pool.query<Search>(FIND_SEARCH)).rows
  if (!search) return false
  const { rows: zaken } = await ctx.pool.query<Zaak>(FIND_ZAKEN, [search.gezochtTot ?? NIL, search.zaaktype])
  const found = (await findRegels(ctx, search, zaken)).slice(0, MOST_REGELS - search.gevonden)
  const isFull = search.gevonden + found.length === MOST_REGELS
  await inTransaction(ctx.pool, async (client) => {
    await client.query(INSERT_REGELS, [search.id, JSON.stringify(found)])
    const gezochtTot = zaken.at(-1)?.id ?? search.gezochtTot
    const ready = isFull || zaken.length < LOOKED_AT ? ctx.clock() : null
    await client.query(SEARCHED, [search.id, gezochtTot, zaken.length, found.length, ready])
  })
  return true
}

async function findRegels(ctx: ZaaksysteemContext, { naarVersie }: Search, zaken: readonly Zaak[]) {
  const ids = zaken.map(({ id }) => id)
  const { rows } = await ctx.pool.query<Termijnrij & { zaakId: string }>(FIND_HISTORIES, [ids])
  const histories = Map.groupBy(rows, ({ zaakId }) => zaakId)
  const by = ({ zaaktype, zaaktypeversie }: Zaak) => ({ zaaktype, zaaktypeversie: naarVersie ?? zaaktypeversie })
  const zaaktypeOf = await loadZaaktypen(ctx, zaken.map(by))
  return zaken.flatMap((zaak) => {
    const { id: zaakId, identificatie, versie, einddatumGepland, uiterlijkeEinddatum } = zaak
    const termijn = replayTermijn(zaak.startdatum, histories.get(zaakId) ?? [], zaaktypeOf(by(zaak)))
    const datums = datumsOf(termijn)
    if (isDeepStrictEqual(datums, datumsOf(zaak))) return []
    const was = { streefdatumWas: einddatumGepland, fataleDatumWas: uiterlijkeEinddatum }
    return { zaakId, versie, identificatie, ...was, ...datums }
  })
}

function datumsOf({ einddatumGepland, uiterlijkeEinddatum, doorgeschovenDagen }: Datums): Datums {
  return { einddatumGepland, uiterlijkeEinddatum, doorgeschovenDagen }
}

/** @returns true when there was a herberekening to carry out */
async function changeOn(ctx: ZaaksysteemContext): Promise<boolean> {
  const [order] = (await ctx.pool.query<Order>(FIND_ORDER)).rows
  if (!order) return false
  const { rows } = await ctx.pool.query<Regel>(FIND_REGELS, [order.id])
  await Promise.all(rows.map((regel) => settle(ctx, order, regel)))
  const { rowCount } = await ctx.pool.query(FINISH, [order.id, ctx.clock()])
  if (rowCount) ctx.log.info({ objectSoort: 'herberekening', objectId: order.id }, 'A herberekening is done')
  return true
}

/** Refuses a zaak whose act fails, so that it does not block the others, as in a bulkopdracht. */
async function settle(ctx: ZaaksysteemContext, order: Order, regel: Regel): Promise<void> {
  const broken = await recompute(ctx, order, regel).catch((err): HerberekenReden[] => {
    if (isUnavailable(err)) throw err
    ctx.log.error({ err, zaakId: regel.zaakId }, 'A zaak of a herberekening failed')
    return ['failed']
  })
  if (broken.length > 0) await ctx.pool.query(REFUSE, [order.id, regel.zaakId, broken, ctx.clock()])
}

/** @returns the reasons of a refusal; empty when it was done */
async function recompute(
  ctx: ZaaksysteemContext,
  { id, naarVersie, toelichting, ookLater, traceparent }: Order,
  { zaakId, versie, ...datums }: Regel,
): Promise<HerberekenReden[]> {
  const { soort, auditnaam, recht } = RECOMPUTE_TERMIJN
  const found = await findZaakAtVersie(ctx, { zaakId, versie, behandelaarId: undefined, recht })
  if (!found.ok) return [found.reason === 'not_found' ? 'not_found' : 'changed_meanwhile']
  const { zaak } = found
  const handeling = { zaakId, versie, toelichting, gezetDoor: { taak: HERBEREKENING }, traceparent }
  const judged = await judgeHandeling<
    typeof handeling & { datums: Datums; ookLater: boolean },
    typeof RECOMPUTE_TERMIJN
  >(ctx, RECOMPUTE_TERMIJN, {
    ...found,
    input: { ...handeling, datums, ookLater },
    today: dateInAmsterdam(ctx.clock()),
  })
  if (!judged.ok) return judged.broken
  const zaaktypeversie = naarVersie ?? zaak.zaaktypeversie
  const zaaktype = await findZaaktypeOf(ctx, { zaaktype: zaak.zaaktype, zaaktypeversie })
  const { verlengd } = await correctedTermijn(ctx, { zaak, zaaktype }, { soort })
  const change = { ...handeling, zaak, zaaktype, soort, auditnaam, next: { ...judged.next, verlengd } }
  const row = { herberekening_id: id, naar_versie: zaaktypeversie, naar_naam: zaaktype.omschrijving.nl }
  const changed = await applyChange(ctx, change, { statement: RECOMPUTE, row })
  return changed.ok ? [] : ['changed_meanwhile']
}
