import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ZAAK_VAN_BURGER } from '#lib/publieksportaal/zaak/test-zaak-van-burger.ts'
import { AfgerondeZaken } from './zaken-list.tsx'

const ended = (id: string, einddatum: string) => ({
  ...ZAAK_VAN_BURGER,
  id,
  startdatum: '2025-01-10',
  einddatum,
  statuscode: 'verleend',
})

test('a year of which some zaken are left out does not say how many it has', () => {
  const zaken = [ended('a', '2026-05-01'), ended('b', '2026-04-01'), ended('c', '2025-12-01')]
  const years = (more: boolean) => {
    const now = new Date('2026-12-01T12:00:00Z')
    const html = renderToStaticMarkup(createElement(AfgerondeZaken, { zaken, more, isTable: false, taal: 'nl', now }))
    return [...html.matchAll(/<summary>([^<]{1,50})</g)].map(([, year]) => year)
  }
  expect(years(true)).toEqual(['2026 (2)', '2025'])
  expect(years(false)).toEqual(['2026 (2)', '2025 (1)'])
})
