import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { InzendingVanBurger } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { toMelden } from './to-melden.tsx'

const asked = (id: string | null, naam: string, ontvangenOp: string | null = null) => ({
  id,
  naam,
  toelichting: null,
  formulier: null,
  ontvangenOp,
})
const [PLATTEGROND, FOTO, BRIEF] = [asked('1', 'Plattegrond'), asked('2', 'Foto'), asked('3', 'Brief')]
const TOT = '2026-12-10'

function buttonsOf({
  aanvullingen = [PLATTEGROND, FOTO, BRIEF],
  said = [] as (typeof PLATTEGROND)[],
  today = TOT,
  soort = 'aanvulling',
}: {
  aanvullingen?: (typeof PLATTEGROND)[]
  said?: (typeof PLATTEGROND)[]
  today?: string
  soort?: string
} = {}) {
  const zaak = { id: 'z', versie: 3, aanvullingen, opschorting: { soort, op: '2026-11-26', tot: TOT } } as ZaakVanBurger
  const inzending = {
    nummer: 'K7QD-3MXA',
    soort: 'aanvulling',
    versie: 3,
    tijdstip: new Date(),
    uitkomst: null,
    gemachtigdeId: null,
  }
  const inzendingen = [{ ...inzending, aanvullingen: said }] as InzendingVanBurger[]
  const melden = toMelden(zaak, { inzendingen, gemachtigdeId: null, voorWie: null, taal: 'nl', today })
  if (!melden) return undefined
  // without the script by which React keeps a form that is pressed before the page lives
  const [html = ''] = renderToStaticMarkup([...aanvullingen.map(melden.perAanvulling), melden.alles]).split('<script')
  return html
    .replaceAll(/<(?!button)[^<>]{1,500}>/g, '')
    .split(/<button[^<>]*>/)
    .filter(Boolean)
}

test('each thing that is asked has a button that says which, and all of them have one', () => {
  expect(buttonsOf()).toEqual([
    'Ik heb dit gestuurd Plattegrond',
    'Ik heb dit gestuurd Foto',
    'Ik heb dit gestuurd Brief',
    'Ik heb alles gestuurd',
  ])
})

test('what was said shows its number instead, and one that is left needs no button for all', () => {
  const text = 'U meldde dat u dit heeft gestuurd. Nummer: K7QD-3MXA'
  expect(buttonsOf({ said: [PLATTEGROND, FOTO] })).toEqual([text + text, 'Ik heb dit gestuurd Brief'])
})

test('of what came nothing need be said, and once the rest was said somebody looks whether it came', () => {
  const aanvullingen = [PLATTEGROND, asked('2', 'Foto', '2026-12-01')]
  expect(buttonsOf({ aanvullingen })).toEqual(['Ik heb dit gestuurd Plattegrond'])
  const text = 'U meldde dat u dit heeft gestuurd. Nummer: K7QD-3MXA'
  expect(buttonsOf({ aanvullingen, said: [PLATTEGROND] })).toEqual([
    `${text}U meldde dat u alles heeft gestuurd. Wij kijken of het binnen is.`,
  ])
})

test('after the last day, and of what a zaaksysteem gives no id, nothing can be said', () => {
  expect(buttonsOf({ today: '2026-12-11' })).toEqual([])
  expect(buttonsOf({ aanvullingen: [asked(null, 'Foto'), asked(null, 'Brief')] })).toEqual([])
})

test('a zaak that waits for something else has none', () => {
  expect(buttonsOf({ soort: 'opschorting' })).toBeUndefined()
})
