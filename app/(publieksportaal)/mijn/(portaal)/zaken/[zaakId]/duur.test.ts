import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Duur } from './duur.tsx'

const SHOWN = {
  doorlooptijd: { aantal: 64, helftBinnenWeken: 4, negenVanTienBinnenWeken: 7 },
  stilstand: 'nooit',
  uiterlijkeEinddatum: '2027-01-22',
  today: '2026-12-01',
  taal: 'nl',
} as const
const render = (change: Partial<Parameters<typeof Duur>[0]>) =>
  renderToStaticMarkup(createElement(Duur, { ...SHOWN, ...change }))
    .replaceAll(/<[^<>]{1,500}>/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()

test('it says how long it usually takes, and until when the law gives', () => {
  expect(render({})).toBe(
    'Hoe lang duurt dit meestal? De helft van deze aanvragen is binnen 4 weken klaar, 9 van de 10 binnen 7 weken. ' +
      'Dit is geen belofte: de wet geeft de gemeente tot en met vrijdag 22 januari 2027. ' +
      'Wij keken naar 64 aanvragen uit het afgelopen jaar.',
  )
  expect(render({ taal: 'en' })).toContain('Half of these applications are completed within 4 weeks')
})

test('while the term stands still no last day is told, and that this time does not count', () => {
  const text = render({ stilstand: 'nu' })
  expect(text).toContain('De termijn van uw aanvraag staat nu stil. Die tijd telt hier niet mee.')
  expect(text).toContain('Dit is geen belofte. ')
  expect(text).not.toContain('januari')
  expect(render({ stilstand: 'geweest' })).toContain(
    'tijd dat de termijn van uw aanvraag stilstond, telt hier niet mee',
  )
})

test('after the last day by law it is not told as if it were ahead', () => {
  expect(render({ today: '2027-01-22' })).toContain('tot en met vrijdag 22 januari 2027')
  expect(render({ today: '2027-01-23' })).not.toContain('januari')
})

test('one number is said once, and one week is no weeks', () => {
  expect(render({ doorlooptijd: { aantal: 30, helftBinnenWeken: 1, negenVanTienBinnenWeken: 1 } })).toContain(
    '9 van de 10 van deze aanvragen zijn binnen 1 week klaar.',
  )
})
