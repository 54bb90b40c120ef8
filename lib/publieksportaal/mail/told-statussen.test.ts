import { expect, test } from 'vitest'
import type { StatusResource } from '#lib/contract/zaak-resource.ts'
import { testZaak } from '../test-zaak.ts'
import type { StatusVanZaak } from '../zaak/zaak-van-burger.ts'
import { toldStatussen } from './told-statussen.ts'

type Soort = StatusResource['soort']

const { zaaktype } = testZaak()
const ALL = { voortgang: true, termijnen: true }
const NONE = { voortgang: false, termijnen: false }

function status(versie: number, soort: Soort, statuscode = 'in_behandeling'): StatusVanZaak {
  const unknown = { statustoelichting: null, reden: null, einddatumGepland: null, uiterlijkeEinddatumAfdoening: null }
  return { versie, soort, statuscode, datumStatusGezet: new Date('2026-11-25T10:00:00Z'), ...unknown }
}

function told(statussen: StatusVanZaak[], voorkeuren = NONE) {
  const { told, replaced } = toldStatussen({ zaaktype, statussen }, { van: 1, tot: 9, voorkeuren })
  return { told: told.map(({ versie }) => versie), replaced: replaced.map(({ versie }) => versie) }
}

const TERMIJNEN: Soort[] = [
  'opschorting',
  'hervatting',
  'verlenging',
  'aanvulling_ontvangen',
  'aanvulling_deel_ontvangen',
  'aanvulling_gemeld',
  'aanvulling_nagekomen',
  'aanvulling_verlopen',
]
const ALWAYS: Soort[] = [
  'registratie',
  'aanvullingsverzoek',
  'aanvulling_verlengd',
  'heropening',
  'correctie',
  'intrekking_afgewezen',
]

test.each(ALWAYS)('%s is mailed whatever was chosen', (soort) => {
  expect(told([status(2, soort)])).toEqual({ told: [2], replaced: [] })
})

test.each(TERMIJNEN)('%s is mailed when termijnen were chosen', (soort) => {
  expect(told([status(2, soort)], { voortgang: false, termijnen: true }).told).toEqual([2])
  expect(told([status(2, soort)], { voortgang: true, termijnen: false }).told).toEqual([])
})

test('a step is mailed when voortgang was chosen', () => {
  expect(told([status(2, 'statuswijziging')], { voortgang: true, termijnen: false }).told).toEqual([2])
  expect(told([status(2, 'statuswijziging')], { voortgang: false, termijnen: true }).told).toEqual([])
})

test.each(['besluit_genomen', 'vergunning_verleend', 'unknown_here'])(
  '%s, which is or may be the end, is mailed whatever was chosen',
  (statuscode) => {
    expect(told([status(2, 'statuswijziging', statuscode)]).told).toEqual([2])
  },
)

test('a task of the citizen is mailed whatever was chosen', () => {
  const { zaaktype: own } = testZaak()
  const tekst = { nl: 'Betaal.', en: 'Pay.' }
  const asking = {
    ...own,
    statustypen: own.statustypen.map((type) => ({ ...type, handeling: type.code === 'in_behandeling' ? tekst : null })),
    opschortingsredenen: [{ code: 'traag', grond: 'vertraging_aanvrager' as const, omschrijving: tekst }],
  }
  const versies = (status: StatusVanZaak) =>
    toldStatussen({ zaaktype: asking, statussen: [status] }, { van: 1, tot: 9, voorkeuren: NONE }).told
  expect(versies(status(2, 'statuswijziging'))).toHaveLength(1)
  expect(versies(status(2, 'statuswijziging', 'ontvangen'))).toEqual([])
  expect(versies({ ...status(2, 'opschorting'), reden: 'traag' })).toHaveLength(1)
  expect(versies({ ...status(2, 'opschorting'), reden: 'overmacht' })).toEqual([])
})

test('a step that was not to be mailed does not count as replaced by its correctie', () => {
  const wrong = [status(2, 'statuswijziging'), status(3, 'correctie', 'ontvangen')]
  expect(told(wrong, ALL)).toEqual({ told: [], replaced: [2, 3] })
  expect(told(wrong)).toEqual({ told: [], replaced: [3] })
})
