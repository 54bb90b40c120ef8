import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { VoortgangStap } from './past-stappen.ts'
import { Tijdlijn } from './tijdlijn.tsx'

const now = new Date('2026-12-01T12:00:00Z')
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
  tijdstip: now,
  versie: 2,
  ...stap,
})

function render(
  stap: VoortgangStap,
  { taal = 'nl', opschorting = null }: { taal?: Taal; opschorting?: object | null } = {},
) {
  const html = renderToStaticMarkup(
    <Tijdlijn
      stappen={[stap, KOMT]}
      uiterlijkeEinddatum="2027-01-22"
      opschorting={opschorting}
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
  expect(text).toContain('Reden: Overmacht. Wij verwachten dat dit duurt tot donderdag 24 december 2026.')
  expect(text).not.toContain('wettelijke termijn')
})

test('what was asked is listed by its names, which are Dutch', () => {
  const aanvullingen = [{ id: null, naam: 'Plattegrond', toelichting: 'Met de maten.', formulier: null }]
  const stap = nu({ soort: 'aanvullingsverzoek', tot: '2026-12-09', aanvullingen })
  expect(render(stap).text).toContain('Stuur ons uiterlijk woensdag 9 december 2026: Plattegrond')
  expect(render(stap, { taal: 'en' }).html).toContain('lang="nl"><li>Plattegrond</li>')
})

test.each<[VoortgangStap['termijn'], string]>([
  [
    { oud: '2027-01-22', nieuw: '2027-02-05', geldt: true },
    'U hoort uiterlijk vrijdag 5 februari 2027 van ons. Dat was vrijdag 22 januari 2027.',
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
