import { expect, test } from 'vitest'
import { newsOf } from './nieuws.tsx'

const SHOWN = { versie: 3, inzendingen: 1, overig: 2 }

test.each([
  [{ inzendingen: 2 }, 'aanvrager'],
  [{ inzendingen: 2, versie: 4 }, 'aanvrager'],
  [{ versie: 4 }, 'zaak'],
  [{ overig: 3 }, 'zaak'],
  [{}, undefined],
  // fetched before the page was rendered again
  [{ versie: 2, inzendingen: 0, overig: 1 }, undefined],
] as const)('%j is news of %s', (newest, news) => {
  expect(newsOf({ newest: { ...SHOWN, ...newest }, shown: SHOWN })).toBe(news)
})
