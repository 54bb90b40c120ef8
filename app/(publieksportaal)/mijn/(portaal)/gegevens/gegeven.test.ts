import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Gegevens, ONDERDELEN, type OnderdeelNaam } from '#lib/publieksportaal/gegevens/onderdelen.ts'
import { gegevens as texts } from '#lib/ui/texts/mijn/gegevens.ts'
import { Gegeven } from './gegeven.tsx'
import { GROEPEN } from './groepen.ts'

const OP = new Date('2026-11-25T09:00:00Z')
const ZAAK = '0199f0c0-0000-7000-8000-000000000001'

const told = <Naam extends OnderdeelNaam>(naam: Naam, held: Gegevens<Naam>, taal: 'nl' | 'en' = 'nl') =>
  renderToStaticMarkup(createElement(Gegeven, { naam, held, taal }))
    .replaceAll('<br/>', ' ')
    .replaceAll(/<[^<>]{1,300}>/g, '')
    .replaceAll(/ {2,9}/g, ' ')
    .trim()

test('every onderdeel is in exactly one of six groups, and each group has a name', () => {
  expect(Object.values(GROEPEN).flat().toSorted()).toEqual(Object.keys(ONDERDELEN).toSorted())
  expect(Object.keys(GROEPEN)).toEqual(Object.keys(texts.nl.groepen))
  expect(Object.keys(GROEPEN)).toHaveLength(6)
})

test('an act is described in words, with a written-out date and its actor', () => {
  const held = { tijdstip: OP, handeling: 'uitloggen', uitkomst: 'gelukt', door: 'uzelf' } as const
  expect(told('handelingen', held)).toBe('25 november 2026, 10:00: uitgelogd.')
  expect(told('handelingen', { ...held, door: 'iemand anders, voor u' }, 'en')).toBe(
    '25 November 2026, 10:00: signed out. Someone else did this for you.',
  )
  expect(told('handelingen', { ...held, uitkomst: 'verlopen' })).toBe(
    '25 november 2026, 10:00: uitgelogd. Dat lukte niet.',
  )
})

test('a submission is described with its kind and number', () => {
  const aanvullingen = [{ id: ZAAK, naam: 'Plattegrond' }]
  const held = {
    zaakId: ZAAK,
    soort: 'aanvulling',
    aanvullingen,
    tijdstip: OP,
    uitkomst: null,
    tekst: null,
    teruggenomenOp: null,
  } as const
  expect(told('inzendingen', { ...held, nummer: 'AB12-CD34', doorGemachtigde: false, bestanden: [] })).toBe(
    '25 november 2026, 10:00: u meldde dat u dit heeft gestuurd: Plattegrond Nummer: AB12-CD34. Naar de zaak',
  )
  const bestanden = [{ aanvulling: ZAAK, naam: 'begane grond.pdf', grootte: 48_000, sha256: 'a1' }]
  expect(told('inzendingen', { ...held, nummer: 'AB12-CD34', doorGemachtigde: false, bestanden })).toContain(
    'Plattegrond (begane grond.pdf) Nummer',
  )
})

test('an e-mail address is described with its state and what is mailed to it', () => {
  const voorkeuren = { voortgang: true, termijnen: false }
  const held = {
    adres: 'mijn@adres.example',
    taal: 'nl',
    bevestigdOp: null,
    geweigerdOp: OP,
    nieuw: null,
    voorkeuren,
  } as const
  expect(told('emailadres', held)).toBe(
    'mijn@adres.example Nog niet bevestigd. Op 25 november 2026, 10:00 kwam een mail terug. Mail: over stappen wel, over de datum van ons besluit niet.',
  )
})
