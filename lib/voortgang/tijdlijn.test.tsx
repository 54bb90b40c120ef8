import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { VoortgangStap } from './past-stappen.ts'
import { Tijdlijn } from './tijdlijn.tsx'

const NOW = new Date('2026-12-01T12:00:00Z')
const tekst = (nl: string) => ({ nl, en: `${nl} (en)` })

const KOMT: VoortgangStap = {
  toestand: 'komt',
  soort: 'statuswijziging',
  omschrijving: tekst('Afgehandeld'),
  tijdstip: null,
  toelichting: null,
  versie: null,
}
const nu = (stap: Partial<VoortgangStap>): VoortgangStap => ({
  ...KOMT,
  toestand: 'nu',
  tijdstip: NOW,
  versie: 2,
  ...stap,
})

function render(
  stap: VoortgangStap,
  { taal = 'nl', opschorting = null, now = NOW }: { taal?: Taal; opschorting?: object | null; now?: Date } = {},
) {
  const html = renderToStaticMarkup(
    <Tijdlijn
      stappen={[stap, KOMT]}
      startdatum="2026-11-27"
      einddatumGepland="2027-01-08"
      uiterlijkeEinddatum="2027-01-22"
      opschorting={opschorting}
      vanRechtswege={null}
      team="Vergunningen"
      taal={taal}
      now={now}
    />,
  )
  return { html, text: html.replaceAll(/<[^<>]{1,500}>/g, ' ').replaceAll(/ {2,}/g, ' ') }
}

test('a step at which the term stands still says why and until when, and the last step has no date', () => {
  const { text } = render(nu({ soort: 'opschorting', reden: tekst('Overmacht'), tot: '2026-12-24' }), {
    opschorting: {},
  })
  expect(text).toContain('Reden: Overmacht. Wij verwachten dat dit duurt tot en met donderdag 24 december 2026.')
  expect(text).not.toMatch(/januari/)
})

test('what was registered later says the day on which it was received', () => {
  expect(render(nu({ soort: 'registratie' })).text).toContain('vrijdag 27 november 2026 ')
  const sameDay = render(nu({ soort: 'registratie', tijdstip: new Date('2026-11-27T08:12:00Z') }))
  expect(sameDay.text).toContain('vrijdag 27 november 2026, 09:12')
})

test('what was asked is listed by its names, which are Dutch', () => {
  const aanvullingen = [
    { id: null, naam: 'Plattegrond', toelichting: 'Met de maten.', formulier: null, ontvangenOp: null },
  ]
  const stap = nu({ soort: 'aanvullingsverzoek', tot: '2026-12-09', aanvullingen })
  expect(render(stap).text).toContain('Stuur ons uiterlijk woensdag 9 december 2026: Plattegrond')
  expect(render(stap, { taal: 'en' }).html).toContain('lang="nl"><li>Plattegrond</li>')
})

test.each<[VoortgangStap['termijn'], string]>([
  [
    { oud: '2027-01-22', nieuw: '2027-02-05', geldt: true },
    'U hoort uiterlijk vrijdag 5 februari 2027 van ons. Eerst was dat vrijdag 22 januari 2027.',
  ],
  [
    { oud: '2027-01-22', nieuw: '2027-02-05', geldt: false },
    'De uiterste datum voor ons besluit werd vrijdag 5 februari 2027. Eerst was dat vrijdag 22 januari 2027.',
  ],
  [{ oud: '2027-02-05', nieuw: '2027-02-05', geldt: true }, 'U hoort uiterlijk vrijdag 5 februari 2027 van ons. '],
  [{ oud: null, nieuw: '2027-02-05', geldt: true }, 'U hoort uiterlijk vrijdag 5 februari 2027 van ons. '],
])('the dates %j are told', (termijn, told) => {
  const { text } = render(nu({ soort: 'hervatting', termijn }))
  expect(text).toContain(told)
  expect(text.includes('22 januari 2027.')).toBe(told.includes('22 januari 2027.'))
})

test('a step that was taken back says so in words, not by its line alone', () => {
  const { html, text } = render(nu({ toestand: 'klaar', soort: 'teruggenomen', omschrijving: tekst('Verleend') }))
  expect(text).toContain('Teruggedraaid: Verleend')
  expect(html).toContain('<s>Verleend</s>')
  expect(text).not.toContain('Klaar:')
})

test('what such a step had said is struck out, and said to be so', () => {
  const stap = nu({ toestand: 'klaar', soort: 'teruggenomen', toelichting: 'U krijgt de vergunning.' })
  const { html, text } = render(stap)
  expect(html).toContain('<p lang="nl"><s>“U krijgt de vergunning.”</s></p>')
  expect(text).toContain('Dit geldt niet meer: “U krijgt de vergunning.”')
})

test.each(['verlenging', 'correctie', 'heropening'] as const)('the toelichting of a %s is its reason', (soort) => {
  expect(render(nu({ soort, toelichting: 'Het is druk.' })).text).toContain('De reden: “Het is druk.”')
  expect(render(nu({ soort: 'statuswijziging', toelichting: 'Het is druk.' })).text).not.toContain('De reden:')
})

test('every date says what it is, and what should have happened by now is no longer expected', () => {
  const stap = nu({})
  expect(render(stap).text).toContain('vandaag, 13:00')
  expect(render(stap).text).toContain(
    'Wij verwachten dit op 8 januari 2027 Uiterlijk 22 januari 2027 (dat moet van de wet)',
  )
  const later = render(stap, { now: new Date('2027-01-09T12:00:00Z'), taal: 'en' }).text
  expect(later).toContain('Tuesday 1 December 2026')
  expect(later).toContain('By 22 January 2027 (the law requires that)')
  expect(later).not.toContain('We expect this on')
})
