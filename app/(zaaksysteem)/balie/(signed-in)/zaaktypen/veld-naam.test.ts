import { expect, test } from 'vitest'
import { compareZaaktypen } from '#lib/zaaksysteem/catalogus/compare-zaaktypen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import type { ZaaktypeGegevens } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { openTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { isGelezen, veldNaam, veldWaarde } from './veld-naam.ts'

const ctx = await openTestZaaksysteem()

const NIETS = { statustypen: [], resultaattypen: [] } as unknown as ZaaktypeGegevens

test('every field of a zaaktype has a name at the desk', async () => {
  const unnamed = (await findZaaktypen(ctx)).flatMap(({ identificatie: _, versie: __, ...gegevens }) =>
    compareZaaktypen(NIETS, gegevens).flatMap(({ veld }) => {
      const naam = veldNaam(veld, () => '')
      return veld.filter((part) => /[a-z][A-Z]/.test(part) && naam.includes(part))
    }),
  )
  expect(unnamed).toEqual([])
})

test.each([
  [['doorlooptijd', 'duur'], 'Wettelijke termijn'],
  [['doorlooptijd', 'grondslag'], 'Wettelijke termijn artikel'],
  [['statustypen', 'in_behandeling', 'antwoord', 'nl'], 'Status: in_behandeling, antwoord in één zin (Nederlands)'],
  [['resultaattypen', 'verleend', 'bewaartermijn'], 'Resultaat: verleend, bewaren'],
])('%j is called %s', (veld, naam) => {
  expect(veldNaam(veld)).toBe(naam)
})

test.each([
  ['P8W', '8 weken'],
  ['P1Y', '1 jaar'],
  ['true', 'ja'],
  ['beroep', 'beroep bij de rechtbank'],
  ['Wij zijn bezig.', 'Wij zijn bezig.'],
  [null, '–'],
])('the value %j is shown as %s', (value, shown) => {
  expect(veldWaarde(value)).toBe(shown)
})

test('an aanvrager reads texts, and not a bewaartermijn', () => {
  expect(isGelezen(['statustypen', 'in_behandeling', 'antwoord', 'en'])).toBe(true)
  expect(isGelezen(['resultaattypen', 'verleend', 'bewaartermijn'])).toBe(false)
})
