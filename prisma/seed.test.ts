import { describe, expect, test } from 'vitest'
import { DEMO_ZAAK_ID } from '#demo/stage/demo-zaak.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { findPublicDoorlooptijden } from '#lib/zaaksysteem/doorlooptijd/find-doorlooptijden.ts'
import { createTestZaaksysteem, openTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { findWerkvoorraad, PAGE_SIZE, type WerkvoorraadRegel } from '#lib/zaaksysteem/werkvoorraad/find-werkvoorraad.ts'
import { SORT_KEYS, type Sortering } from '#lib/zaaksysteem/werkvoorraad/werkvoorraad-sort.ts'
import { LEZER } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { INWONERS } from './seed/plan-zaken.ts'
import { SeedInterruptedError, seed } from './seed.ts'

const now = new Date('2026-11-25T09:30:00Z')
const clock = () => now

const ctx = await openTestZaaksysteem({ clock })
await seed(ctx)

const TABLES = { behandelaar: 'id', zaak: 'id', status: 'zaak_id, versie', gebeurtenis: 'id' }

async function dump({ pool }: TestZaaksysteem) {
  const tables = await Promise.all(
    Object.entries(TABLES).map(([table, key]) => pool.query(`select * from ${table} order by ${key}`)),
  )
  return tables.map(({ rows }) => rows)
}

test('the seed gives two databases the same data', async () => {
  const other = await createTestZaaksysteem({ clock })
  await seed(other)
  expect(await dump(other)).toEqual(await dump(ctx))
  await other.close()
})

test('a second seed changes nothing', async () => {
  const before = await dump(ctx)
  expect(await seed(ctx)).toBe(0)
  expect(await dump(ctx)).toEqual(before)
})

test('a seed that was interrupted earlier throws', async () => {
  const halfway = await createTestZaaksysteem({ clock })
  await halfway.pool.query(`
    create function stop_halfway() returns trigger language plpgsql as $$
    begin if new.nummer > 5 then raise exception 'stopped'; end if; return new; end $$;
    create trigger stop_halfway before insert on zaak for each row execute function stop_halfway();`)
  await expect(seed(halfway)).rejects.toThrow('stopped')
  await halfway.pool.query('drop trigger stop_halfway on zaak')
  await expect(seed(halfway)).rejects.toThrow(SeedInterruptedError)
  await halfway.close()
})

describe('the town', () => {
  test('has 240 zaken, of all zaaktypen, about 40 % closed, most of aanvragers outside the demo', async () => {
    const zaken = await ctx.db.zaak.findMany()
    expect(zaken).toHaveLength(240)
    expect(new Set(zaken.map(({ zaaktype }) => zaaktype)).size).toBe((await findZaaktypen(ctx)).length)
    const others = zaken.filter(({ aanvragerBsn }) => INWONERS.some(({ bsn }) => bsn === aanvragerBsn))
    expect(others.length).toBeGreaterThan(180)
    const closed = zaken.filter(({ einddatum }) => einddatum)
    expect(closed.length / zaken.length).toBeCloseTo(0.4, 1)
    expect(new Set(closed.map(({ resultaat }) => resultaat)).size).toBe(4)
  })

  test('has a page about bezwaar, and the doorlooptijd of the zaaktype in the demo', async () => {
    const zaaktypen = await findZaaktypen(ctx)
    expect(zaaktypen.filter(({ bezwaar }) => bezwaar === null)).toEqual([])
    const [event] = await findPublicDoorlooptijden(ctx, { zaaktypen: ['APV-EVEN'] })
    expect(event?.negenVanTienBinnenWeken).toBeLessThanOrEqual(12)
    expect(event?.aantal).toBeGreaterThan(35)
  })

  test('has zaken that are late, due this week, and unassigned', async () => {
    const { regels } = await everyPage({ afgehandeld: false, sorteer: 'fataledatum', richting: 'op' })
    const late = regels.filter(({ dagenTotFataleDatum }) => dagenTotFataleDatum < 0)
    const thisWeek = regels.filter(({ dagenTotFataleDatum: days }) => days >= 0 && days < 7)
    const unassigned = regels.filter(({ behandelaarNaam }) => !behandelaarNaam)
    for (const some of [late, thisWeek, unassigned]) {
      expect(some.length).toBeGreaterThanOrEqual(3)
      expect(some.length).toBeLessThanOrEqual(30)
    }
  })

  test('has reopened zaken, one of them closed again', async () => {
    const reopened = await ctx.db.zaak.findMany({ where: { statussen: { some: { soort: 'heropening' } } } })
    expect(reopened.map(({ einddatum }) => einddatum !== null).sort()).toEqual([false, false, true])
  })

  test('has terms that are suspended, wait for an aanvulling, resumed or were extended, and a correction', async () => {
    const rows = await ctx.db.status.groupBy({ by: ['soort'], _count: true })
    const counts = Object.fromEntries(rows.map(({ soort, _count }) => [soort, _count]))
    expect(counts).toMatchObject({ opschorting: 6, hervatting: 3, verlenging: 3, correctie: 3 })
    // A zaak can be left out of consideration only after a request for an aanvulling (Awb 4:5).
    const leftOut = await ctx.db.zaak.count({ where: { resultaat: 'buiten_behandeling' } })
    expect(counts).toMatchObject({
      aanvullingsverzoek: 7 + leftOut,
      aanvulling_ontvangen: 2,
      aanvulling_verlopen: 1 + leftOut,
    })
    expect(await ctx.db.zaak.count({ where: { opschorting: 'aanvulling' } })).toBe(4)
  })

  test('has events in chronological order, never in the future', async () => {
    const rows = await ctx.db.gebeurtenis.findMany({ orderBy: { sequence: 'asc' } })
    const times = rows.map(({ vastgelegdOp }) => vastgelegdOp.getTime())
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(Math.max(...times)).toBeLessThan(now.getTime())
  })

  test('has open vertrouwelijke zaken of several teams, including that of the first demo behandelaar', async () => {
    const zaken = await ctx.db.zaak.findMany({
      where: { vertrouwelijk: true, einddatum: null },
      include: { behandelaar: true },
    })
    const teams = zaken.map(({ team }) => team)
    expect(teams).toContain('Vergunningen')
    expect(new Set(teams).size).toBeGreaterThan(1)
    for (const { behandelaar, team } of zaken) expect([undefined, team]).toContain(behandelaar?.team)
  })

  test('gives mevrouw De Vries the demo zaak, a permit, a refusal and a waiting zaak', async () => {
    const zaken = await ctx.db.zaak.findMany({
      where: { aanvragerNaam: 'J. de Vries' },
      orderBy: { nummer: 'asc' },
      include: { behandelaar: true },
    })
    expect(zaken.map(({ statuscode }) => statuscode)).toEqual([
      'vergunning_verleend',
      'vergunning_geweigerd',
      'aanvraag_compleet',
      'aanvraag_ontvangen',
    ])
    expect(zaken[2]).toMatchObject({
      id: DEMO_ZAAK_ID,
      identificatie: 'ZAAK-2026-0000000123',
      omschrijving: 'Zomerfeest Kerkplein',
      behandelaar: { naam: 'F. El Amrani' },
    })
    expect(zaken[2]?.einddatumGepland.getTime()).toBeGreaterThan(now.getTime())
  })
})

type Order = { afgehandeld: boolean; sorteer: Sortering; richting: 'op' | 'af' }

/** Reads forwards to the last page by `volgende`, then backwards to the first by `vorige`. */
async function everyPage(order: Order) {
  const forwards: WerkvoorraadRegel[][] = []
  const backwards: WerkvoorraadRegel[][] = []
  let page = await findWerkvoorraad(ctx, order, LEZER)
  forwards.push(page.regels)
  while (page.volgende) {
    page = await findWerkvoorraad(ctx, { ...order, cursor: page.volgende }, LEZER)
    forwards.push(page.regels)
  }
  backwards.unshift(page.regels)
  while (page.vorige) {
    page = await findWerkvoorraad(ctx, { ...order, cursor: page.vorige }, LEZER)
    backwards.unshift(page.regels)
  }
  return { forwards, backwards, regels: forwards.flat() }
}

const VISIBLE = {
  streefdatum: (regel) => regel.einddatumGepland,
  fataledatum: (regel) => regel.uiterlijkeEinddatum,
  zaaknummer: (regel) => regel.identificatie.slice(-10),
  zaaktype: (regel) => regel.zaaktypeOmschrijving,
  behandelaar: (regel) => regel.behandelaarNaam ?? '',
  status: (regel) => regel.statusOmschrijving,
} satisfies Record<Sortering, (regel: WerkvoorraadRegel) => string>

const orders = (Object.keys(SORT_KEYS) as Sortering[]).flatMap((sorteer) =>
  (['op', 'af'] as const).flatMap((richting) =>
    [true, false].map((afgehandeld) => ({ sorteer, richting, afgehandeld })),
  ),
)

describe('the werkvoorraad pages through all zaken', () => {
  test.each(orders)('by $sorteer, $richting, closed $afgehandeld', async (order) => {
    const { forwards, backwards, regels } = await everyPage(order)
    const { totaal } = await findWerkvoorraad(ctx, order, LEZER)
    expect(regels).toHaveLength(totaal)
    expect(new Set(regels.map(({ id }) => id)).size).toBe(totaal)
    expect(forwards.slice(0, -1).every((page) => page.length === PAGE_SIZE)).toBe(true)
    expect(backwards).toEqual(forwards)
    const keys = regels.map(VISIBLE[order.sorteer])
    expect(keys).toEqual(order.richting === 'op' ? keys.toSorted() : keys.toSorted().reverse())
  })
})
