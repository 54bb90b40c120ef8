import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Duur } from './zaak-facts.tsx'

const SHOWN = {
  doorlooptijd: { aantal: 64, helftBinnenWeken: 4, negenVanTienBinnenWeken: 7 },
  stilstand: 'nooit',
  hoortUiterlijk: '2027-01-22',
  taal: 'nl',
} as const
const render = (change: Partial<Parameters<typeof Duur>[0]>) =>
  renderToStaticMarkup(createElement(Duur, { ...SHOWN, ...change }))
    .replaceAll(/<[^<>]{1,500}>/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()

test('it shows the usual duration and the statutory last day', () => {
  expect(render({})).toBe(
    'Hoe lang duurt dit meestal? De helft van deze aanvragen is binnen 4 weken klaar, 9 van de 10 binnen 7 weken. ' +
      'Dit is geen belofte: de wet geeft de gemeente tot en met vrijdag 22 januari 2027. ' +
      'Wij keken naar 64 aanvragen uit het afgelopen jaar.',
  )
  expect(render({ taal: 'en' })).toContain('Half of these applications are completed within 4 weeks')
})

test('while the term is suspended it shows no last day, and says that this time does not count', () => {
  const text = render({ stilstand: 'nu', hoortUiterlijk: null })
  expect(text).toContain('De termijn van uw aanvraag staat nu stil. Die tijd telt hier niet mee.')
  expect(text).toContain('Dit is geen belofte. ')
  expect(text).not.toContain('januari')
  expect(render({ stilstand: 'geweest' })).toContain(
    'tijd dat de termijn van uw aanvraag stilstond, telt hier niet mee',
  )
})

test('when the answer promises no last day, for example after a besluit, it shows none either', () => {
  expect(render({ hoortUiterlijk: null })).toContain('Dit is geen belofte. Wij keken')
  expect(render({ hoortUiterlijk: null })).not.toContain('januari')
})

test('equal numbers are shown once, and one week is singular', () => {
  expect(render({ doorlooptijd: { aantal: 30, helftBinnenWeken: 1, negenVanTienBinnenWeken: 1 } })).toContain(
    '9 van de 10 van deze aanvragen zijn binnen 1 week klaar.',
  )
})
