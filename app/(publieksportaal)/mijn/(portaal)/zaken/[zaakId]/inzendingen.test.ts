import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { InzendingVanBurger } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { Inzendingen } from './inzendingen.tsx'

const NOW = new Date('2026-12-02T10:00:00Z')
const inzending = (nummer: string, naam: string, rest: Partial<InzendingVanBurger> = {}): InzendingVanBurger => ({
  nummer,
  soort: 'aanvulling',
  versie: 3,
  tijdstip: NOW,
  aanvullingen: [{ id: naam, naam }],
  bestanden: [],
  tekst: null,
  gemachtigdeId: null,
  uitkomst: null,
  foutcode: null,
  doorgegevenOp: null,
  terugTeNemenTot: null,
  teruggenomenOp: null,
  ...rest,
})

/** Returns the text of each inzending, newest first. */
function read(inzendingen: InzendingVanBurger[], nogTeSturen: string[]) {
  const html = renderToStaticMarkup(
    createElement(Inzendingen, {
      zaakId: 'z',
      inzendingen,
      nogTeSturen: nogTeSturen.map((naam) => ({ id: naam, naam })),
      teLaat: undefined,
      wacht: [],
      gemachtigdeId: null,
      isBedrijf: false,
      taal: 'nl',
      now: NOW,
    }),
  )
  return html
    .split('<li')
    .slice(1)
    .map((item) => item.replaceAll(/<[^<>]{1,500}>/g, ''))
}

test('an inzending names what was reported as sent, and the newest names what is left', () => {
  const said = [inzending('A', 'Foto'), inzending('B', 'Plattegrond')]
  const [newest, older] = read(said, ['Brief', 'Bouwtekening'])
  expect(newest).toContain('U meldde dat u dit heeft gestuurd: Plattegrond.Wij missen nog: Brief, Bouwtekening.')
  expect(older).toContain('U meldde dat u dit heeft gestuurd: Foto.')
  expect(older).not.toContain('missen')
  expect(read(said, []).join()).not.toContain('missen')
})

test('an inzending that was taken back, or is no aanvulling, does not mention what is left', () => {
  const [vraag, back, counts] = read(
    [inzending('A', 'Foto'), inzending('B', 'Brief', { teruggenomenOp: NOW }), inzending('C', '', { soort: 'vraag' })],
    ['Brief'],
  )
  expect(counts).toContain('Wij missen nog: Brief.')
  expect([vraag, back].join()).not.toContain('missen')
})
