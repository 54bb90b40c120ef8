import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { isVrijeDag } from '#lib/platform/feestdagen.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { findZakenOfBurger } from '#lib/publieksportaal/zaak/find-zaken-of-burger.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { findZaakResources } from '#lib/zaaksysteem/zaak/api/resource/find-zaak-resource.ts'
import { groupZaken } from '../app/(publieksportaal)/mijn/(portaal)/zaken-list.tsx'
import { vertelVerhalen } from '../app/(publieksportaal)/mijn/inloggen/vertel-verhalen.ts'
import { planVerhalen } from './seed/verhalen/plan-verhalen.ts'
import { seedTown } from './seed.ts'

/** Moments in UTC, with their names in Dutch time. */
const MOMENTS = [
  ['an ordinary Wednesday', '2026-11-25T09:30:00Z'],
  ['a Sunday night, as summer time ends', '2026-10-25T00:30:00Z'],
  ['New Year, while it is 31 December in UTC', '2026-12-31T23:30:00Z'],
  ['Easter Sunday, as summer time begins', '2027-03-28T01:10:00Z'],
  ['29 February', '2028-02-29T12:00:00Z'],
] as const

/**
 * The description of each citizen on the sign-in page, before `playVandaag` adds the acts of today.
 */
const LINES: Record<string, RegExp> = {
  'j-devries': /^Zaak uit de demo; geweigerd, bezwaar kan nog (1[4-9]|2\d) dagen; moet iets doen$/,
  'h-bakker': /^Vroeg net iets aan; bezwaar kan nog [12]\d dagen$/,
  'm-yilmaz': /^Moet 2 dingen sturen, nog [4-8] dagen$/,
  'p-jansen': /^Moet 2 dingen sturen, nog 1[3-7] dagen$/,
  's-elouali': /^Stuurde niet op tijd wat ontbrak; bezwaar kan niet meer$/,
  'k-vandijk': /^Termijn staat stil; termijn loopt weer$/,
  'l-pinas': /^Termijn is verlengd; fout is hersteld$/,
  'r-hendriks': /^Geweigerd, bezwaar kan nog (1 dag|\d dagen); zaak is heropend$/,
  'a-kaya': /^13 zaken, ook van eerdere jaren; bezwaar kan niet meer$/,
  't-smit': /^Trok een aanvraag in$/,
  'n-wong': /^Besluit is 1\d dagen te laat; geweigerd, beroep kan nog 3\d dagen; duurt langer dan gepland$/,
  'd-meijer': /^Heeft geen zaken$/,
}

describe.each(MOMENTS)('on %s', (_, moment) => {
  const clock = () => new Date(moment)
  const today = dateInAmsterdam(clock())
  let zaaksysteem: TestZaaksysteem
  let portal: TestPublieksportaal

  beforeAll(async () => {
    zaaksysteem = await createTestZaaksysteem({ clock })
    portal = await createTestPublieksportaal({ clock })
    await seedTown(zaaksysteem, planVerhalen)
    const rows = await zaaksysteem.db.zaak.findMany({ select: { id: true } })
    const ids = rows.map(({ id }) => id)
    const zaken = await findZaakResources(zaaksysteem, ids)
    for (const zaak of zaken) await storeZaak(portal, zaak, { alreadySeen: true })
  })
  afterAll(() => Promise.all([zaaksysteem.close(), portal.close()]))

  async function zakenOf(burger: string) {
    const { bsn } = DEMO_BURGERS.find(({ id }) => id === burger) as (typeof DEMO_BURGERS)[number]
    return findZakenOfBurger(portal, { burgerId: (await findOrCreateBurger(portal, bsn)).id })
  }

  async function zaakOf(burger: string, omschrijving: string): Promise<ZaakVanBurger> {
    const { open, afgerond } = await zakenOf(burger)
    return [...open, ...afgerond].find((zaak) => zaak.omschrijving === omschrijving) as ZaakVanBurger
  }

  const stapOf = (zaak: ZaakVanBurger, soort: string) =>
    voortgang(zaak, today).stappen.find((stap) => stap.soort === soort)

  test('the sign-in page describes what each citizen can see', async () => {
    const lines = Object.fromEntries(await vertelVerhalen(portal, 'nl'))
    expect(lines).toEqual(
      Object.fromEntries(Object.entries(LINES).map(([id, line]) => [id, expect.stringMatching(line)])),
    )
    const english = [...(await vertelVerhalen(portal, 'en')).values()]
    expect(english).toEqual(english.filter((line) => /^[A-Z0-9]/.test(line) && line !== ''))
  })

  test('no act of the desk is on a day off or today', async () => {
    const { rows } = await zaaksysteem.pool.query<{ day: string }>(`
      select (datum_status_gezet at time zone 'Europe/Amsterdam')::date::text as day from status
      where gezet_door_client is distinct from 'termijnbewaking'`)
    const days = rows.map(({ day }) => day)
    expect(days.filter((day) => isVrijeDag(day) || day >= today)).toEqual([])
  })

  test('tasks come first, and their last day is a workday in the future', async () => {
    const { open, afgerond } = await zakenOf('m-yilmaz')
    const [first, ...others] = groupZaken({ open, afgerond, now: clock() }).vraagtIets
    expect(others).toEqual([])
    expect(first?.aanvullingen.map(({ formulier }) => formulier)).toEqual([expect.any(String), null])
    const lastDay = first?.opschorting?.tot as string
    expect(lastDay > today).toBe(true)
    expect(isVrijeDag(lastDay)).toBe(false)
  })

  test('a suspended term shows its reason; a resumed and an extended one show the old and the new date', async () => {
    const carport = await zaakOf('k-vandijk', 'Carport naast de woning, Iepenhof 12')
    expect(voortgang(carport, today).stilstand).toMatchObject({ soort: 'opschorting', reden: expect.anything() })
    expect((carport.opschorting?.tot as string) > today).toBe(true)
    const inrit = await zaakOf('k-vandijk', 'Inrit, Iepenhof 12')
    const appartementen = await zaakOf('l-pinas', 'Twee appartementen boven winkel, Kerkstraat 25')
    for (const stap of [stapOf(inrit, 'hervatting'), stapOf(appartementen, 'verlenging')]) {
      expect(stap).toMatchObject({ statustoelichting: expect.any(String), termijn: { geldt: true } })
      expect((stap?.termijn?.oud as string) < (stap?.termijn?.nieuw as string)).toBe(true)
    }
    for (const { uiterlijkeEinddatumAfdoening } of [inrit, appartementen])
      expect(uiterlijkeEinddatumAfdoening > today).toBe(true)
  })

  test('a mistake of the desk shows as reverted, and a reconsidered zaak as reopened', async () => {
    const kastanje = await zaakOf('l-pinas', 'Kap kastanje achter Kerkstraat 25')
    expect(stapOf(kastanje, 'teruggenomen')).toMatchObject({ omschrijving: { nl: 'Boom beoordeeld' } })
    const eik = await zaakOf('r-hendriks', 'Kap eik, Molenstraat 18')
    expect(eik.einddatum).toBeNull()
    expect(eik.besluiten).toHaveLength(1)
    expect(stapOf(eik, 'heropening')).toBeDefined()
  })

  test('the zaken of earlier years are from at least four years', async () => {
    const { afgerond } = await zakenOf('a-kaya')
    expect(new Set(afgerond.map(({ einddatum }) => einddatum?.slice(0, 4))).size).toBeGreaterThanOrEqual(4)
  })
})
