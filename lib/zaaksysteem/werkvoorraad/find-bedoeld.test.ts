import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { LEZER, registerTestZaak } from '../zaak/test-zaak.ts'
import { findBedoeld } from './find-bedoeld.ts'
import type { WerkvoorraadFilter } from './werkvoorraad-filter.ts'

let ctx: TestZaaksysteem

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => new Date('2026-11-27T08:12:00Z') })
  const register = async (naam: string, omschrijving: string) =>
    ctx.db.zaak.update({
      where: { id: (await registerTestZaak(ctx, { omschrijving })).id },
      data: { aanvragerNaam: naam },
    })
  await register('M. Janssen', 'Kap van een kastanje')
  await register('P. Visser', 'Zomerfeest op het Kerkplein, met muziek')
  await register("D. 't Hart-Özdemir", 'Inrit aan de Prinsenhof')
  const { id } = await register('G. Heemskerk', 'Carport')
  await ctx.db.zaak.update({ where: { id }, data: { vertrouwelijk: true } })
})
afterAll(() => ctx.close())

const bedoeld = (zoek: string, filter: Partial<WerkvoorraadFilter> = {}, lezer = LEZER) =>
  findBedoeld(ctx, { afgehandeld: false, zoek, ...filter }, lezer)

test.each([
  ['Jansen', 'Janssen'],
  ['jansen kastanje', 'Janssen kastanje'],
  ['Viser', 'Visser'],
  ['kerkplien', 'Kerkplein'],
  ['Ozdemir', 'Hart-Özdemir'],
  ['M. Jansen', 'M. Janssen'],
])('a search for %j probably meant %j', async (zoek, meant) => {
  expect(await bedoeld(zoek)).toBe(meant)
})

test.each([
  ['Paddenstoel', 'no word is like it'],
  ['Janssen Visser', 'each word is right, but no zaak has both'],
  ['Jansen Visser', 'the words that are meant find nothing together'],
  ['Heemskerck', 'only a vertrouwelijke zaak has the word'],
  ['ZAAK-2026-0000000009', 'it is a number'],
  ['xy', 'it is too short'],
  ['a b c d e f', 'it has too many words'],
  ['%%%% ____', 'it has no letters'],
  ['', 'nothing was searched for'],
])('a search for %j leads nowhere: %s', async (zoek) => {
  expect(await bedoeld(zoek)).toBeUndefined()
})

test('a word of a zaak that the reader may not see, or that is in another list, is not meant', async () => {
  expect(await bedoeld('Jansen', {}, { team: 'Parkeren', rollen: ['lezer:Parkeren'] })).toBeUndefined()
  expect(await bedoeld('Jansen', { afgehandeld: true })).toBeUndefined()
  expect(await bedoeld('Jansen', { zaaktype: 'NOOIT' })).toBeUndefined()
})
