import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { bezorgingen } from '../texts/balie/bezorgingen.ts'
import { AfwijkendeKlokken } from './afwijkende-klokken.tsx'

const klok = (voorSeconden: number, proces: 'worker' | 'web' = 'worker') => ({
  id: String(voorSeconden),
  proces,
  machine: 'server-2',
  voorSeconden,
  sinds: new Date('2026-11-29T08:15:30Z'),
})
const shown = (...klokken: ReturnType<typeof klok>[]) =>
  renderToStaticMarkup(<AfwijkendeKlokken klokken={klokken} gevolgen={bezorgingen.klokken} />)

test.each([
  [40.4, '40 seconden voor'],
  [-61, '61 seconden achter'],
  [-3600, '60 minuten achter'],
  [7_300, '2 uur voor'],
  [400_000, '5 dagen voor'],
])('a clock that is %f s ahead is %s', (seconden, words) => {
  expect(shown(klok(seconden))).toContain(
    `De worker op server-2 loopt ${words} op de database, sinds 29 nov 2026 09:15:30.`,
  )
})

test('each kind of process has its consequence once', () => {
  const html = shown(klok(40), klok(50))
  expect(html).toContain('Let op: 2 klokken lopen niet gelijk')
  expect(html.split(bezorgingen.klokken.worker)).toHaveLength(2)
  expect(html).not.toContain(bezorgingen.klokken.web)
  expect(shown(klok(40, 'web'))).toContain(bezorgingen.klokken.web)
})

test('without a deviating clock nothing is shown', () => {
  expect(shown()).toBe('')
})
