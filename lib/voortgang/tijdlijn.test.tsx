import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { antwoordOf } from './antwoorden/antwoorden.ts'
import type { VoortgangStap } from './past-stappen.ts'
import { besluitdatums } from './promised-datums.ts'
import type { Nu } from './stap-zinnen.ts'
import { testZaaktype } from './test-zaaktype.ts'
import { Tijdlijn } from './tijdlijn.tsx'
import { voortgang } from './voortgang.ts'

const NOW = new Date('2026-12-01T12:00:00Z')
const tekst = (nl: string) => ({ nl, en: `${nl} (en)` })

const KOMT: VoortgangStap = {
  toestand: 'komt',
  soort: 'statuswijziging',
  omschrijving: tekst('Afgehandeld'),
  datumStatusGezet: null,
  statustoelichting: null,
  versie: null,
}
const nu = (stap: Partial<VoortgangStap>): VoortgangStap => ({
  ...KOMT,
  toestand: 'klaar',
  datumStatusGezet: NOW,
  versie: 2,
  ...stap,
})

function render(
  stap: VoortgangStap,
  { taal = 'nl', now = NOW, ...nu }: { taal?: Taal; now?: Date } & Partial<Nu> = {},
) {
  const einddata = { einddatumGepland: '2027-01-08', uiterlijkeEinddatumAfdoening: '2027-01-22' }
  const runs = { afgerond: false, isBesloten: false, stilstand: null, nogBekend: null }
  const besluit = besluitdatums(einddata, runs, dateInAmsterdam(now))
  const html = renderToStaticMarkup(
    <Tijdlijn
      stappen={[stap, KOMT]}
      startdatum="2026-11-27"
      nu={{ stap: 2, nogTeSturen: [], besluit, hoortUiterlijk: null, stilstand: null, ...nu }}
      behandelendTeam="Vergunningen"
      taal={taal}
      now={now}
    />,
  )
  return { html, text: html.replaceAll(/<[^<>]{1,500}>/g, ' ').replaceAll(/ {2,}/g, ' ') }
}

test('a suspension says why and until when, and the last step has no date', () => {
  const { text } = render(nu({ soort: 'opschorting', reden: tekst('Overmacht'), staatStil: true }), {
    besluit: { verwacht: null, uiterlijk: null },
    stilstand: { tekst: 'Wij verwachten dat dit duurt tot en met {tot}.', datums: { tot: '2026-12-24' } },
  })
  expect(text).toContain('Reden: Overmacht. Wij verwachten dat dit duurt tot en met donderdag 24 december 2026.')
  expect(text).not.toMatch(/januari/)
})

test('a zaak that was registered later shows the day on which it was received', () => {
  expect(render(nu({ soort: 'registratie' })).text).toContain('vrijdag 27 november 2026 ')
  const sameDay = render(nu({ soort: 'registratie', datumStatusGezet: new Date('2026-11-27T08:12:00Z') }))
  expect(sameDay.text).toContain('vrijdag 27 november 2026, 09:12')
})

test('things asked are listed by their Dutch names', () => {
  const aanvullingen = [
    { id: null, naam: 'Plattegrond', toelichting: 'Met de maten.', formulier: null, ontvangenOp: null },
  ]
  const stap = nu({ soort: 'aanvullingsverzoek', staatStil: true })
  const stilstand = { tekst: 'Stuur ons uiterlijk {tot}:', datums: { tot: '2026-12-09' } }
  const asked = { stilstand, nogTeSturen: aanvullingen }
  expect(render(stap, asked).text).toContain('Stuur ons uiterlijk woensdag 9 december 2026: Plattegrond')
  expect(render(stap, { taal: 'en', ...asked }).html).toContain('lang="nl"><li>Plattegrond</li>')
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
])('the dates %j are shown', (termijn, told) => {
  const { text } = render(nu({ soort: 'hervatting', termijn }), { hoortUiterlijk: '2027-02-05' })
  expect(text).toContain(told)
  expect(text.includes('22 januari 2027.')).toBe(told.includes('22 januari 2027.'))
})

test('a step that was taken back says so in words, not only by its line', () => {
  const { html, text } = render(nu({ toestand: 'klaar', soort: 'teruggenomen', omschrijving: tekst('Verleend') }))
  expect(text).toContain('Teruggedraaid: Verleend')
  expect(html).toContain('<s>Verleend</s>')
  expect(text).not.toContain('Klaar:')
})

test('the toelichting of a step that was taken back is struck out, and said to be so', () => {
  const stap = nu({ toestand: 'klaar', soort: 'teruggenomen', statustoelichting: 'U krijgt de vergunning.' })
  const { html, text } = render(stap)
  expect(html).toContain('<p lang="nl"><s>“U krijgt de vergunning.”</s></p>')
  expect(text).toContain('Dit geldt niet meer: “U krijgt de vergunning.”')
})

test.each(['verlenging', 'correctie', 'heropening'] as const)('the toelichting of a %s is its reason', (soort) => {
  expect(render(nu({ soort, statustoelichting: 'Het is druk.' })).text).toContain('De reden: “Het is druk.”')
  expect(render(nu({ soort: 'statuswijziging', statustoelichting: 'Het is druk.' })).text).not.toContain('De reden:')
})

test('every date has a label, and an expected day that has passed is gone', () => {
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

test('a thing reported as sent is asked by no step', () => {
  const foto = { id: 'f', naam: 'Foto', toelichting: null, formulier: null, ontvangenOp: null }
  const row = {
    statuscode: 'ontvangen',
    statustoelichting: null,
    reden: null,
    uiterlijkeEinddatumAfdoening: '2027-01-22',
  }
  const soorten = ['registratie', 'aanvullingsverzoek'] as const
  const statussen = soorten.map((soort, index) => ({ ...row, soort, versie: index + 1, datumStatusGezet: NOW }))
  const zaak = {
    zaaktype: testZaaktype(['ontvangen', 'afgehandeld']),
    statuscode: 'ontvangen',
    statussen,
    opschorting: { soort: 'aanvulling' as const, op: '2026-11-25', tot: '2026-12-14' },
    aanvullingen: [foto, { ...foto, id: 'p', naam: 'Plattegrond' }],
    besluiten: [],
    vanRechtswege: null,
    doorzending: null,
    startdatum: '2026-11-24',
    uiterlijkeEinddatumAfdoening: '2027-01-22',
  }
  const show = (gemeld: string[], today = '2026-12-01') => {
    const now = new Date(`${today}T12:00:00Z`)
    const stand = voortgang(zaak, today)
    const nu = antwoordOf(stand, { ...zaak, gemeld }, { taal: 'nl', now })
    const props = {
      stappen: stand.stappen,
      startdatum: zaak.startdatum,
      behandelendTeam: 'T',
      taal: 'nl',
      now,
      nu,
    } as const
    return renderToStaticMarkup(<Tijdlijn {...props} />)
      .replaceAll(/<[^<>]{1,500}>/g, ' ')
      .replaceAll(/ {2,}/g, ' ')
  }
  expect(show([])).toContain('Stuur ons uiterlijk maandag 14 december 2026: Foto Plattegrond')
  expect(show(['f'])).toContain('Stuur ons uiterlijk maandag 14 december 2026: Plattegrond')
  const all = show(['f', 'p'])
  expect(all).toContain('Wij ontvingen uw melding.')
  expect(all).not.toMatch(/Stuur ons|14 december|Foto/)
  expect(show(['f', 'p'], '2026-12-15')).toContain('U stuurde dit op tijd.')
  expect(show([], '2026-12-15')).toContain('De laatste dag om dit te sturen was maandag 14 december 2026.')
})
