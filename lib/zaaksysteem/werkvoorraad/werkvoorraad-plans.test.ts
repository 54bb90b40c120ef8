import { describe } from 'vitest'
import { type Filling, testPlans } from '#lib/platform/postgres/test-plans.ts'
import type { Gerechtigde } from '../rechten/mag.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { LEZER } from '../zaak/test-zaak.ts'
import { countWerkvoorraad } from './count-werkvoorraad.ts'
import { findBedoeld } from './find-bedoeld.ts'
import { findWerkvoorraad, type WerkvoorraadQuery } from './find-werkvoorraad.ts'
import { SORT_KEYS, type Sortering } from './werkvoorraad-sort.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const MANY_ZAKEN = 12_000
const FEW_ZAKEN = 20
const BEHANDELAARS = 40
/** A count reads at most 1,000 zaken. Reading all open or all closed ones would be 6,000. */
const LIMIT = 3500
/** Each counted zaak also reads its row of lijststatus. */
const LIMIT_OF_STATUS = 4500

const COLLEGAS = `
  insert into behandelaar (id, subject, naam, team, rollen)
  select gen_random_uuid(), nummer, 'B' || lpad(nummer::text, 2, '0'), 'Team ' || nummer % 5, '{}'
  from generate_series(1, $1::int) nummer`

/**
 * The first half is closed, so that a scan for open zaken from the start reads all of them. Every hundredth
 * open zaak is suspended, and every thousandth has a rare name, team and status.
 */
const ZAKEN = `
  insert into zaak (id, identificatie, zaaktype, zaaktypenaam, omschrijving, aanvrager_naam, aanvrager_bsn, behandelaar_id,
    startdatum, einddatum_gepland, uiterlijke_einddatum, einddatum, statustype, statusnaam, statuscode, team, opschorting,
    laatste_soort, vertrouwelijk, gewijzigd_op)
  select gen_random_uuid(), 'ZAAK-2026-' || lpad(n::text, 10, '0') || $4, zaaktype, zaaktype,
    case when n % 1000 = 0 then 'Kap van een kastanje' else 'Zomerfeest ' || n end,
    'J. de Vries ' || n % 97, '999990342', case when n % 20 > 0 then collega.id end,
    $2::date - 100, $2::date + n % 300 - 10, $2::date + n % 300, case when n <= $5::int then $2::date end,
    case when n % 1000 = 1 then 'zelden' else 'ontvangen' end, 'Status ' || n % 7, 'ontvangen',
    case when n % 1000 = 2 then 'Team zelden' else 'Team ' || n % 5 end,
    case when n % 100 = 3 and n > $5 then 'aanvulling'::opschorting end,
    case when n % 1000 = 4 then 'aanvulling_ontvangen' else 'statuswijziging' end::text, n % 50 = 5, now()
  from generate_series(1, $1::int) n
  join (select identificatie as zaaktype, row_number() over (order by identificatie) as rij from zaaktypeversie) type
    on rij = n % 5 + 1
  join (select id, row_number() over (order by subject) as rij from behandelaar) collega on collega.rij = n / 7 % $3::int + 1`

async function fill({ db, pool }: TestZaaksysteem, { few, idle }: Filling) {
  if ((await db.behandelaar.count()) === 0) await pool.query(COLLEGAS, [BEHANDELAARS])
  const zaken = few ? FEW_ZAKEN : MANY_ZAKEN
  const suffix = few ? 'few' : idle ? 'idle' : ''
  await pool.query(ZAKEN, [zaken, NOW, BEHANDELAARS, suffix, idle ? zaken : zaken / 2])
}

const find =
  (query: Partial<WerkvoorraadQuery>, lezer = LEZER) =>
  (ctx: TestZaaksysteem) =>
    findWerkvoorraad(ctx, { afgehandeld: false, sorteer: 'streefdatum', richting: 'op', ...query }, lezer)

const readers: [string, Gerechtigde][] = [
  ['a lezer of one team', { team: 'Team 1', rollen: ['lezer:Team 1'] }],
  ['a lezer of a team with few zaken', { team: 'Team zelden', rollen: ['lezer:Team zelden'] }],
  ['a lezer of two teams', { team: 'Team 1', rollen: ['lezer:Team 1', 'behandelaar:Team 2'] }],
  ['a lezer of a team without zaken', { team: 'Team nooit', rollen: ['lezer:Team nooit'] }],
]

const COUNTED = 'the counters beside the menu'
const readings: [string, Partial<WerkvoorraadQuery>][] = [
  ['the list', {}],
  ['by fataledatum', { sorteer: 'fataledatum' }],
  ['by behandelaar', { sorteer: 'behandelaar', richting: 'af' }],
  ['the closed ones', { afgehandeld: true, sorteer: 'zaaknummer', richting: 'af' }],
  ['with a status', { statustype: 'ontvangen' }],
  ['searched for by a rare word', { zoek: 'kastanje' }],
]

const countAs = async (ctx: TestZaaksysteem, lezer: Gerechtigde) =>
  countWerkvoorraad(ctx, { ...lezer, id: await someone(ctx) })

const someone = async (ctx: TestZaaksysteem) =>
  (await ctx.db.behandelaar.findFirstOrThrow({ where: { subject: '7' } })).id

/** Reads the first page, the second, and the first again. */
async function turnPages(ctx: TestZaaksysteem, query: Partial<WerkvoorraadQuery>) {
  const { volgende } = await find(query)(ctx)
  const { vorige } = await find({ ...query, cursor: volgende ?? undefined })(ctx)
  await find({ ...query, cursor: vorige ?? undefined })(ctx)
}

const orders = (Object.keys(SORT_KEYS) as Sortering[]).flatMap((sorteer) =>
  (['op', 'af'] as const).flatMap((richting) => [
    [`open, by ${sorteer} ${richting}`, { sorteer, richting }] as const,
    [`closed, by ${sorteer} ${richting}`, { sorteer, richting, afgehandeld: true }] as const,
  ]),
)

/** The number of filters, counted from the first, that the list of closed zaken has too. */
const OF_CLOSED = 6

const filters: [string, Partial<WerkvoorraadQuery>][] = [
  ['unassigned', { behandelaarId: null }],
  ['of a team', { team: 'Team 1' }],
  ['of a team with few zaken', { team: 'Team zelden' }],
  ['of a team without zaken', { team: 'Team nooit' }],
  ['of a zaaktype', { zaaktype: 'APV-STAND' }],
  ['of a zaaktype without zaken', { zaaktype: 'NOOIT' }],
  ['with a status', { statustype: 'ontvangen' }],
  ['with a status that few have', { statustype: 'zelden' }],
  ['past the streefdatum', { termijn: 'na_streefdatum' }],
  ['past the fatale datum, without a match', { termijn: 'na_fataledatum' }],
  ['with the fatale datum this week', { termijn: 'fataal_deze_week' }],
  ['with the fatale datum this week, by that date', { termijn: 'fataal_deze_week', sorteer: 'fataledatum' }],
  ['past the fatale datum, by that date', { termijn: 'na_fataledatum', sorteer: 'fataledatum' }],
  ['with the fatale datum in two weeks', { termijn: 'fataal_twee_weken' }],
  ['suspended', { opgeschort: 'ja' }],
  ['waiting for an aanvulling', { opgeschort: 'aanvulling' }],
  ['with an aanvulling that came', { opgeschort: 'aanvulling_binnen' }],
  ['with an open vraag, without a match', { opgeschort: 'vraag_open' }],
  ['searched for by two digits', { zoek: '42' }],
  ['searched for by two letters', { zoek: 'va' }],
  ['of a team with few zaken, by status', { team: 'Team zelden', sorteer: 'status' }],
  ['of a team, with a status that few have', { team: 'Team 1', statustype: 'zelden' }],
]

const searches: typeof filters = [
  ['searched for by a rare word', { zoek: 'kastanje' }],
  ['searched for by a word that all zaken have', { zoek: 'zomerfeest' }],
  ['searched for by a name', { zoek: 'Vries 42' }],
  ['searched for by a rare word and one that all zaken have', { zoek: 'kastanje vries' }],
  ['searched for by a word that all zaken have and a rare one', { zoek: 'vries kastanje' }],
  ['searched for by a rare word and short ones', { zoek: 'een kastanje J.' }],
  ['searched for by a rare word and an absent one', { zoek: 'kastanje paddenstoel' }],
  ['searched for by a zaaknummer', { zoek: 'ZAAK-2026-0000011999' }],
  ['searched for by the end of a zaaknummer', { zoek: '11999' }],
  ['searched for by an absent word', { zoek: 'paddenstoel' }],
]

const mistyped = Object.fromEntries(
  ['kastanie', 'zomerfest', 'vriess', 'paddenstoel', 'kastanie vriess'].map((zoek) => [
    `what ${zoek} meant`,
    (ctx: TestZaaksysteem) => findBedoeld(ctx, { afgehandeld: false, zoek }, LEZER),
  ]),
)

const create = async () => {
  const ctx = await createTestZaaksysteem({ clock: () => NOW, isNew: true })
  return { ctx, url: ctx.env.ZAAKSYSTEEM_DATABASE_URL }
}

type Queries = readonly [string, Partial<WerkvoorraadQuery>][]

const allOf = (queries: Queries) => Object.fromEntries(queries.map(([name, query]) => [name, find(query)]))
const closedOf = (queries: Queries) =>
  allOf(queries.map(([name, query]) => [`closed ${name}`, { ...query, afgehandeld: true }]))

describe('a list in any order, and a search in it', () => {
  testPlans<TestZaaksysteem>({
    create,
    fill,
    useCases: {
      ...Object.fromEntries(orders.map(([name, query]) => [name, (ctx) => turnPages(ctx, query)])),
      ...allOf(searches),
      ...mistyped,
    },
    limit: LIMIT,
    isPlannedAnew: true,
  })
})

/** The best of several indexes depends on the number of zaken with a value, which only statistics know. */
describe('a list with a filter, one of closed zaken, and the counters', () => {
  testPlans<TestZaaksysteem>({
    create,
    fill,
    useCases: {
      ...allOf(filters),
      ...closedOf([...filters.slice(0, OF_CLOSED), ...searches]),
      [COUNTED]: (ctx) => countAs(ctx, LEZER),
      ...Object.fromEntries(readers.map(([name, lezer]) => [`${name}, ${COUNTED}`, (ctx) => countAs(ctx, lezer)])),
      ...Object.fromEntries(
        readers.flatMap(([name, lezer]) =>
          readings.map(([what, query]) => [`${name}, ${what}`, (ctx: TestZaaksysteem) => find(query, lezer)(ctx)]),
        ),
      ),
      ...Object.fromEntries(
        orders.map(([name, query]) => [
          `of somebody, ${name}`,
          async (ctx: TestZaaksysteem) => find({ ...query, behandelaarId: await someone(ctx) })(ctx),
        ]),
      ),
      'of somebody, past the fatale datum': async (ctx) =>
        find({ behandelaarId: await someone(ctx), termijn: 'na_fataledatum' })(ctx),
      'of somebody, with the fatale datum in two weeks': async (ctx) =>
        find({ behandelaarId: await someone(ctx), termijn: 'fataal_twee_weken' })(ctx),
      'unassigned, by behandelaar': find({ behandelaarId: null, sorteer: 'behandelaar', richting: 'af' }),
      'of a team, unassigned': find({ team: 'Team 1', behandelaarId: null }),
      'of a team, with the fatale datum in two weeks': find({ team: 'Team 1', termijn: 'fataal_twee_weken' }),
    },
    limit: LIMIT,
    limits: Object.fromEntries(
      ['with a status', ...readers.map(([name]) => `${name}, with a status`)].map((name) => [name, LIMIT_OF_STATUS]),
    ),
    isAnalysed: true,
  })
})
