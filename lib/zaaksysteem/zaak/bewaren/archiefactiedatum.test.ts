import { expect, test } from 'vitest'
import type { Zaaktype } from '../../catalogus/zaaktype.ts'
import type { BesluitAtVersie } from '../wijziging/besluiten.ts'
import { archiefactiedatumOf } from './grond.ts'

const EINDDATUM = '2028-02-29'

function zaaktypeWith(brondatum: 'afgehandeld' | 'vervaldatum_besluit', bewaartermijn: string | null = 'P1Y') {
  return { resultaattypen: [{ code: 'verleend', bewaartermijn, brondatum }] } as Zaaktype
}

const besluit = (id: string, versie: number, of: Partial<BesluitAtVersie> = {}) =>
  ({ id, versie, vervaldatum: null, vervalreden: null, ...of }) as BesluitAtVersie

test.each<[string, BesluitAtVersie[], string | null]>([
  ['no besluit', [], '2029-02-28'],
  ['one without a vervaldatum', [besluit('a', 2)], null],
  ['one with a vervaldatum', [besluit('a', 2, { vervaldatum: '2030-06-01' })], '2031-06-01'],
  ['one that had ended before the zaak was closed', [besluit('a', 2, { vervaldatum: '2027-01-01' })], '2029-02-28'],
  [
    'one that was withdrawn',
    [besluit('a', 2), besluit('a', 3, { vervaldatum: '2029-03-01', vervalreden: 'ingetrokken_overheid' })],
    '2030-03-01',
  ],
  [
    'one replaced by another without a vervaldatum',
    [besluit('a', 2), besluit('a', 3, { vervaldatum: '2029-03-01', vervalreden: 'vervangen' }), besluit('b', 3)],
    null,
  ],
  [
    'two, of which the later vervaldatum counts',
    [besluit('a', 2, { vervaldatum: '2031-01-01' }), besluit('b', 3, { vervaldatum: '2030-01-01' })],
    '2032-01-01',
  ],
  ['one that was a mistake', [besluit('a', 2), besluit('a', 3, { vervalreden: 'vergissing' })], '2029-02-28'],
])('kept for a year after its besluiten, with %s', (_, besluiten, expected) => {
  const zaak = { resultaat: 'verleend', einddatum: EINDDATUM, besluiten }
  expect(archiefactiedatumOf(zaaktypeWith('vervaldatum_besluit'), zaak)).toBe(expected)
  expect(archiefactiedatumOf(zaaktypeWith('afgehandeld'), zaak)).toBe('2029-02-28')
})

test('an open zaak, one with another resultaat and one kept forever have no archiefactiedatum', () => {
  const zaak = { resultaat: 'verleend', einddatum: EINDDATUM, besluiten: [] }
  expect(archiefactiedatumOf(zaaktypeWith('afgehandeld'), { ...zaak, einddatum: null })).toBeNull()
  expect(archiefactiedatumOf(zaaktypeWith('afgehandeld'), { ...zaak, resultaat: 'anders' })).toBeNull()
  expect(archiefactiedatumOf(zaaktypeWith('afgehandeld', null), zaak)).toBeNull()
})
