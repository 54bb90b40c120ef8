import { expect, test } from 'vitest'
import { reportAanvullingen } from '../inzending/submit-inzending.ts'
import { storeAskedZaak } from '../inzending/test-aanvulling.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { purge } from '../upkeep/purge.ts'
import { findZaakOfBurger } from '../zaak/find-zaken-of-burger.ts'
import type { ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import { AANVULLEN, findDuidelijkheid, findTekst, recordDuidelijkheid } from './duidelijkheid.ts'

const NOW = new Date('2026-11-26T23:30:00Z')
/** Half past midnight in the Netherlands. */
const TODAY = '2026-11-27'
let now = NOW
const ctx = await openTestPublieksportaal({ clock: () => now })

test('a text is asked about once everything asked was reported as sent, and once the zaak has ended', async () => {
  const { zaak, plattegrond, foto, wanted } = await storeAskedZaak(ctx)
  const tekst = async (on = NOW) => findTekst((await findZaakOfBurger(ctx, wanted)) as ZaakVanBurger, on)
  expect(await tekst()).toBeNull()
  await reportAanvullingen(ctx, { ...wanted, aanvullingen: [plattegrond] })
  expect(await tekst()).toBeNull()
  await reportAanvullingen(ctx, { ...wanted, aanvullingen: [foto] })
  expect(await tekst()).toBe(AANVULLEN)
  await storeZaak(ctx, { ...zaak, versie: 2, opschorting: null, aanvullingen: [] })
  expect(await tekst()).toBeNull()
  await storeZaak(ctx, { ...zaak, versie: 3, opschorting: null, aanvullingen: [], einddatum: TODAY })
  expect(await tekst()).toBe(zaak.status)
  expect(await tekst(new Date('2027-01-08T12:00:00Z'))).toBe(zaak.status)
  expect(await tekst(new Date('2027-01-09T12:00:00Z'))).toBeNull()
})

test('an answer is stored with the day, the zaaktype and the text, and nothing that identifies the citizen', async () => {
  const { plattegrond, foto, wanted } = await storeAskedZaak(ctx)
  await reportAanvullingen(ctx, { ...wanted, aanvullingen: [plattegrond, foto] })
  const zaak = (await findZaakOfBurger(ctx, wanted)) as ZaakVanBurger
  const before = await ctx.db.auditregel.count()
  const say = (duidelijk: boolean, reden: string) => recordDuidelijkheid(ctx, zaak, { duidelijk, reden })
  expect([await say(true, ''), await say(false, 'Welke maten?'), await say(false, '')]).toEqual([true, true, true])
  const rows = await ctx.db.duidelijkheid.findMany()
  expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(['dag', 'duidelijk', 'id', 'reden', 'tekst', 'zaaktype'])
  expect(rows.every(({ dag, id }) => dag.toISOString().startsWith(TODAY) && id[14] === '4')).toBe(true)
  expect(await ctx.db.auditregel.count()).toBe(before)

  const { identificatie, omschrijving } = zaak.zaaktype
  expect(await findDuidelijkheid(ctx)).toEqual([
    {
      zaaktype: identificatie,
      zaaktypenaam: omschrijving.nl,
      tekst: AANVULLEN,
      tekstnaam: null,
      ja: 1,
      nee: 2,
      redenen: [{ dag: TODAY, duidelijk: false, reden: 'Welke maten?' }],
    },
  ])
  await purge(ctx, 'duidelijkheid')
  expect(await ctx.db.duidelijkheid.count()).toBe(3)
  now = new Date('2027-11-29T12:00:00Z')
  await purge(ctx, 'duidelijkheid')
  expect(await ctx.db.duidelijkheid.count()).toBe(0)
})
