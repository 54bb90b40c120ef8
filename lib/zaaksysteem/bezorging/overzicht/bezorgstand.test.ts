import { expect, test } from 'vitest'
import { type Bezorgstand, bezorgstand } from './bezorgstand.ts'

const SINCE = new Date('2026-11-25T08:00:00Z')

test.each<[Bezorgstand, Parameters<typeof bezorgstand>[0]]>([
  ['normaal', { status: 'actief', falendSinds: null, circuit: 'gesloten' }],
  ['faalt', { status: 'actief', falendSinds: SINCE, circuit: 'gesloten' }],
  ['faalt', { status: 'actief', falendSinds: SINCE, circuit: 'open' }],
  ['open', { status: 'actief', falendSinds: null, circuit: 'open' }],
  ['halfopen', { status: 'actief', falendSinds: null, circuit: 'halfopen' }],
  ['niet', { status: 'gepauzeerd', falendSinds: null, circuit: 'gesloten' }],
  ['niet', { status: 'uitgeschakeld', falendSinds: SINCE, circuit: 'gesloten' }],
])('%s: %j', (stand, abonnement) => {
  expect(bezorgstand(abonnement)).toBe(stand)
})
