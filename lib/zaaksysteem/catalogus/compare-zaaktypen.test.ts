import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../test-context.ts'
import { compareZaaktypen, largeTermChanges } from './compare-zaaktypen.ts'
import { findZaaktype } from './find-zaaktypen.ts'
import type { Zaaktype, ZaaktypeGegevens } from './zaaktype.ts'

const ctx = await openTestZaaksysteem()
const { identificatie: _, versie: __, ...STAND }: Zaaktype = await findZaaktype(ctx, 'APV-STAND')

const changesTo = (naar: Partial<ZaaktypeGegevens>) => compareZaaktypen(STAND, { ...STAND, ...naar })
const large = (naar: Partial<ZaaktypeGegevens>) =>
  largeTermChanges(STAND, changesTo(naar)).map(({ veld, van, naar }) => [veld.join(' '), van, naar])
const termijn = (duur: string) => ({ ...STAND.doorlooptijd, duur })

test('two equal zaaktypen have no changes', () => {
  expect(changesTo({})).toEqual([])
})

test('each change has the path, the old and the new value of the field', () => {
  const statustypen = STAND.statustypen.map((each) =>
    each.code === 'in_behandeling' ? { ...each, antwoord: { ...each.antwoord, nl: 'Wij kijken ernaar.' } } : each,
  )
  expect(changesTo({ statustypen, team: 'Markten', waarschuwingsdagen: [] })).toEqual([
    {
      veld: ['statustypen', 'in_behandeling', 'antwoord', 'nl'],
      van: STAND.statustypen[1]?.antwoord.nl,
      naar: 'Wij kijken ernaar.',
    },
    { veld: ['team'], van: 'Vergunningen', naar: 'Markten' },
    { veld: ['waarschuwingsdagen'], van: '7, 1', naar: null },
  ])
})

test('an inserted statustype changes no field of the others', () => {
  const [first, ...others] = STAND.statustypen as [(typeof STAND.statustypen)[number]]
  const added = { ...first, code: 'advies_gevraagd' }
  const statustypen = [first, added, ...others].map((each, index) => ({ ...each, volgnummer: index + 1 }))
  const changes = changesTo({ statustypen })
  expect(changes.length).toBeGreaterThan(0)
  expect(changes.every(({ veld, van }) => veld[1] === 'advies_gevraagd' && van === null)).toBe(true)
})

test.each([
  ['P8W', 'P12W', []],
  ['P8W', 'P85D', [['doorlooptijd duur', 'P8W', 'P85D']]],
  ['P8W', 'P4W', []],
  ['P8W', 'P27D', [['doorlooptijd duur', 'P8W', 'P27D']]],
  ['P8W', 'P8Y', [['doorlooptijd duur', 'P8W', 'P8Y']]],
])('changing a term from %s to %s asks for these confirmations: %j', (was, becomes, asked) => {
  expect(STAND.doorlooptijd.duur).toBe(was)
  expect(large({ doorlooptijd: termijn(becomes) })).toEqual(asked)
})

test('adding or removing a term asks for a confirmation, except in a new statustype or resultaattype', () => {
  expect(large({ verlengingstermijn: null })).toEqual([
    ['verlengingstermijn duur', STAND.verlengingstermijn?.duur, null],
  ])
  const [first, ...others] = STAND.resultaattypen as [(typeof STAND.resultaattypen)[number]]
  const was = first.bewaartermijn
  expect(large({ resultaattypen: [{ ...first, bewaartermijn: 'P99Y' }, ...others] })).toEqual([
    [`resultaattypen ${first.code} bewaartermijn`, was, 'P99Y'],
  ])
  expect(large({ resultaattypen: [...STAND.resultaattypen, { ...first, code: 'deels_verleend' }] })).toEqual([])
})
