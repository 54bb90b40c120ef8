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

function linksOf({
  aanvullingen = [PLATTEGROND, FOTO, BRIEF],
  said = [] as (typeof PLATTEGROND)[],
  today = TOT,
  soort = 'aanvulling',
  teruggenomenOp = null as Date | null,
  klaargezet = 0,
}: {
  aanvullingen?: (typeof PLATTEGROND)[]
  said?: (typeof PLATTEGROND)[]
  today?: string
  soort?: string
  teruggenomenOp?: Date | null
  klaargezet?: number
} = {}) {
  const zaak = { id: 'z', versie: 3, aanvullingen, opschorting: { soort, op: '2026-11-26', tot: TOT } } as ZaakVanBurger
  const inzending = {
    nummer: 'K7QD-3MXA',
    soort: 'aanvulling',
    versie: 3,
    tijdstip: new Date(),
    uitkomst: null,
    tekst: null,
    gemachtigdeId: null,
    bestanden: [],
    foutcode: null,
    doorgegevenOp: null,
    terugTeNemenTot: null,
    teruggenomenOp,
  }
  const inzendingen = [{ ...inzending, aanvullingen: said }] as InzendingVanBurger[]
  const melden = toMelden(zaak, { inzendingen, klaargezet, gemachtigdeId: null, voorWie: null, taal: 'nl', today })
  if (!melden) return undefined
  // drops the script with which React replays a form submitted before hydration
  const [html = ''] = renderToStaticMarkup([
    ...aanvullingen.map(melden.perAanvulling),
    melden.sturen,
    ...melden.anders,
  ]).split('<script')
  return html
    .replaceAll(/<(?!a [^<>]*(?:gestuurd|sturen))[^<>]{1,500}>/g, '')
    .split(/<a [^<>]*>/)
    .filter(Boolean)
}

test('each aanvulling has a link that names it, and a link for all follows the ways of sending', () => {
  expect(linksOf()).toEqual([
    'Stuur bestanden',
    'Ik heb dit gestuurd Plattegrond',
    'Ik heb dit gestuurd Foto',
    'Ik heb dit gestuurd Brief',
    'Ik heb alles gestuurd',
  ])
})

test('when each aanvulling has a form, sending files is one of the other ways', () => {
  const zaak = { id: 'z', aanvullingen: [{ ...PLATTEGROND, formulier: 'https://gemeente.example/a' }] }
  const opschorting = { soort: 'aanvulling', op: '2026-11-26', tot: TOT }
  const reader = { inzendingen: [], gemachtigdeId: null, voorWie: null, taal: 'nl' as const, today: TOT }
  const ways = (klaargezet: number) => toMelden({ ...zaak, opschorting } as ZaakVanBurger, { ...reader, klaargezet })
  expect(ways(0)?.sturen).toBe(false)
  expect(renderToStaticMarkup(ways(0)?.anders)).toContain('>Stuur bestanden<')
  // uploaded files still have to be sent
  expect(ways(1)?.sturen).not.toBe(false)
})

test('a reported aanvulling shows its number instead, and a single one that is left needs no link for all', () => {
  const text = 'U meldde dat u dit heeft gestuurd. Nummer: K7QD-3MXA'
  expect(linksOf({ said: [PLATTEGROND, FOTO] })).toEqual([text + text, 'Stuur bestanden', 'Ik heb dit gestuurd Brief'])
})

test('a received aanvulling cannot be reported, nor one that was reported', () => {
  const aanvullingen = [PLATTEGROND, asked('2', 'Foto', '2026-12-01')]
  expect(linksOf({ aanvullingen })).toEqual(['Stuur bestanden', 'Ik heb dit gestuurd Plattegrond'])
  const text = 'U meldde dat u dit heeft gestuurd. Nummer: K7QD-3MXA'
  expect(linksOf({ aanvullingen, said: [PLATTEGROND] })).toEqual([text])
})

test('uploaded files are called unsent, with a link to send them', () => {
  expect(linksOf({ said: [PLATTEGROND, FOTO], klaargezet: 2 })?.slice(1)).toEqual([
    'Ga verder met versturen',
    'Ik heb dit gestuurd Brief',
  ])
})

test('a report that was taken back does not count', () => {
  expect(linksOf({ said: [PLATTEGROND, FOTO, BRIEF], teruggenomenOp: new Date() })).toEqual(linksOf())
})

test('after the last day, or without an id from the zaaksysteem, nothing can be reported', () => {
  expect(linksOf({ today: '2026-12-11' })).toEqual([])
  expect(linksOf({ aanvullingen: [asked(null, 'Foto'), asked(null, 'Brief')] })).toEqual([])
})

test('a zaak that is suspended for another reason has none', () => {
  expect(linksOf({ soort: 'opschorting' })).toBeUndefined()
})
