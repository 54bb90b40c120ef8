import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { testBesluit } from '#lib/publieksportaal/test-zaak.ts'
import { TEKSTEN, ZAAK_VAN_BURGER } from '#lib/publieksportaal/zaak/test-zaak-van-burger.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { antwoordOf } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import { ZaakFacts } from './zaken/[zaakId]/zaak-facts.tsx'
import { AfgerondeZaken, groupZaken, ZaakCard } from './zaken-list.tsx'

const ZAAK: ZaakVanBurger = {
  ...ZAAK_VAN_BURGER,
  zaaktype: {
    ...ZAAK_VAN_BURGER.zaaktype,
    statustypen: [{ code: 'ontvangen', volgnummer: 1, isEindstatus: true, informeren: true, ...TEKSTEN }],
  },
}
const DECIDED = { besluiten: [testBesluit()] }
const CLOSED = { ...ZAAK, statuscode: 'verleend', einddatum: '2026-12-01' }

const textOf = (html: string) => html.replaceAll(/<[^<>]{1,500}>/g, ' ').replaceAll(/ {2,}/g, ' ')
const render = (zaak: ZaakVanBurger, now = new Date('2026-12-03T12:00:00Z')) => ({
  facts: textOf(
    renderToStaticMarkup(
      createElement(ZaakFacts, {
        zaak,
        stand: voortgang(zaak, dateInAmsterdam(now)),
        nu: antwoordOf(voortgang(zaak, dateInAmsterdam(now)), zaak, { taal: 'nl', now }),
        phone: '14 030',
        taal: 'nl',
        today: dateInAmsterdam(now),
      }),
    ),
  ),
  card: textOf(renderToStaticMarkup(createElement(ZaakCard, { zaak, taal: 'nl', now }))),
})

test('an open zaak shows its streefdatum and its statutory last day', () => {
  const { facts, card } = render(ZAAK)
  expect(facts).toContain('Ingediend op 10 november 2026')
  // the day before is a Sunday
  expect(facts).toContain('Wij verwachten ons besluit op 21 december 2026')
  expect(facts).toContain('Wij beslissen uiterlijk 5 januari 2027 (dat moet van de wet)')
  expect(card).toContain('Wij beslissen uiterlijk 5 januari 2027')
  expect(render(ZAAK, new Date('2026-12-21T12:00:00Z')).facts).toContain('Wij verwachten ons besluit op 21 december')
  expect(render(ZAAK, new Date('2026-12-22T12:00:00Z')).facts).not.toContain('21 december')
  const late = render(ZAAK, new Date('2027-01-06T12:00:00Z'))
  expect(late.card).toContain('Wij moesten beslissen uiterlijk op 5 januari')
  expect(late.facts).toContain('Wij moesten uiterlijk beslissen op 5 januari')
})

test('the statutory last day is that of the zaaksysteem, also on a Saturday: an APV does not fall under the Algemene termijnenwet', () => {
  const zaak = { ...ZAAK, uiterlijkeEinddatumAfdoening: '2027-01-09' }
  const saturday = render(zaak, new Date('2027-01-09T12:00:00Z'))
  expect(saturday.card).toContain('Wij beslissen uiterlijk 9 januari')
  expect(saturday.facts).toContain('Wij beslissen uiterlijk 9 januari')
  expect(render(zaak, new Date('2027-01-10T12:00:00Z')).card).toContain('Wij moesten beslissen uiterlijk op 9 januari')
})

test('a suspended term shows no such dates, and is never late', () => {
  const zaak = { ...ZAAK, opschorting: { soort: 'opschorting', op: '2026-11-30', tot: '2027-02-01' } as const }
  const { facts, card } = render(zaak, new Date('2027-01-06T12:00:00Z'))
  expect(facts).toContain('Beslistermijn staat stil vanaf 1 december 2026 Naar verwachting tot en met 1 februari 2027')
  expect(facts).not.toMatch(/21 december|5 januari/)
  expect(card).toContain('De beslistermijn staat stil vanaf 1 december 2026')
  expect(card).not.toMatch(/5 januari|U moet iets doen/)
})

test('consent to postponement has a last day, which is not shown as an expectation', () => {
  const opschorting = { soort: 'opschorting', op: '2026-11-30', tot: '2027-02-01' } as const
  const dates = {
    datumStatusGezet: new Date('2026-11-30T09:00:00Z'),
    einddatumGepland: null,
    uiterlijkeEinddatumAfdoening: null,
  }
  const what = { soort: 'opschorting', statuscode: 'ontvangen', statustoelichting: null, reden: 'uitstel' } as const
  const statussen = [{ versie: 1, ...what, ...dates }]
  const opschortingsredenen = [{ code: 'uitstel', grond: 'instemming' as const, omschrijving: { nl: '', en: '' } }]
  const zaaktype = { ...ZAAK.zaaktype, opschortingsredenen }
  const { facts } = render({ ...ZAAK, opschorting, statussen, zaaktype }, new Date('2027-01-06T12:00:00Z'))
  expect(facts).toContain('Uitstel tot en met 1 februari 2027')
})

test('a required aanvulling is shown as a taak with its last day', () => {
  const zaak = { ...ZAAK, opschorting: { soort: 'aanvulling', op: '2026-11-30', tot: '2026-12-14' } as const }
  const { facts, card } = render(zaak)
  expect(facts).toContain('Stuur uw informatie uiterlijk 14 december 2026')
  expect(card).toContain('Stuur ons uiterlijk maandag 14 december 2026')
  expect(card.match(/14 december/g)).toHaveLength(1)
  // the heading of the group says that
  expect(card).not.toContain('U moet iets doen')
})

test('a card names one date: that of its sentences, or one on a line of its own', () => {
  const cardOf = (zaak: ZaakVanBurger) =>
    renderToStaticMarkup(createElement(ZaakCard, { zaak, taal: 'nl', now: new Date('2026-12-03T12:00:00Z') }))
  const besluit = cardOf({ ...CLOSED, ...DECIDED })
  expect(besluit).toContain('Dan kunt u bezwaar maken tot en met woensdag 13 januari 2027.')
  expect(besluit).not.toContain('Afgerond op')
  expect(cardOf(CLOSED)).toContain('<p class="zb-zaak-card__datum">Afgerond op ')
  for (const card of [besluit, cardOf(CLOSED), cardOf(ZAAK)]) expect(card.match(/ 202[67]/g)).toHaveLength(1)
})

test('a besluit shows the date of bekendmaking and the last day to object; another outcome shows neither', () => {
  expect(render({ ...CLOSED, ...DECIDED }).facts).toContain(
    'Afgerond op 1 december 2026 Besluit aan u verstuurd op 2 december 2026 ' +
      'Bezwaar maken kan tot en met 13 januari 2027',
  )
  const besluit = { ...CLOSED, ...DECIDED }
  expect(render(besluit, new Date('2026-12-01T12:00:00Z')).facts).toContain(
    'Wij sturen u het besluit op 2 december 2026',
  )
  expect(render(besluit, new Date('2027-01-13T12:00:00Z')).facts).toContain('Bezwaar maken kan tot en met')
  expect(render(besluit, new Date('2027-01-14T12:00:00Z')).facts).toContain('Bezwaar maken kon tot en met')
  expect(render(CLOSED).facts).not.toMatch(/besluit|Bezwaar/)
})

const endedIn = (id: string, einddatum: string) => ({
  ...ZAAK_VAN_BURGER,
  id,
  startdatum: '2025-01-10',
  einddatum,
  statuscode: 'verleend',
})

test('a year with omitted zaken does not show a count', () => {
  const zaken = [endedIn('a', '2026-05-01'), endedIn('b', '2026-04-01'), endedIn('c', '2025-12-01')]
  const years = (more: boolean) => {
    const now = new Date('2026-12-01T12:00:00Z')
    const html = renderToStaticMarkup(createElement(AfgerondeZaken, { zaken, more, isTable: false, taal: 'nl', now }))
    return [...html.matchAll(/<summary>([^<]{1,50})</g)].map(([, year]) => year)
  }
  expect(years(true)).toEqual(['2026 (2)', '2025'])
  expect(years(false)).toEqual(['2026 (2)', '2025 (1)'])
})

const tekst = (nl: string) => ({ nl, en: nl })
const STATUSTYPE = { volgnummer: 1, isEindstatus: false, informeren: true, ...TEKSTEN }

const ZAAKTYPE = {
  ...ZAAK_VAN_BURGER.zaaktype,
  statustypen: [
    { code: 'ontvangen', ...STATUSTYPE },
    { code: 'betalen', ...STATUSTYPE, handeling: tekst('Betaal.') },
  ],
  resultaattypen: [{ code: 'verleend', statuscode: 'verleend', ...TEKSTEN, handeling: tekst('Maak bezwaar.') }],
}

const zaak = (id: string, changes: Partial<ZaakVanBurger> = {}): ZaakVanBurger => ({
  ...ZAAK_VAN_BURGER,
  id,
  zaaktype: ZAAKTYPE,
  ...changes,
})

const asked = (tot: string) => ({ opschorting: { soort: 'aanvulling', op: '2026-11-20', tot } as const })
const ended = { statuscode: 'verleend', einddatum: '2026-12-01', ...DECIDED }

test('a taak that the citizen reported as sent no longer counts as a taak', () => {
  const gevraagd = { naam: 'Plattegrond', toelichting: null, formulier: null, ontvangenOp: null }
  const all = { ...asked('2026-12-09'), aanvullingen: [{ id: 'a', ...gevraagd }], gemeld: ['a'] }
  const now = new Date('2026-12-03T12:00:00Z')
  const groups = groupZaken({ open: [zaak('said', all)], afgerond: [], now })
  expect(groups).toMatchObject({ vraagtIets: [], open: [{ id: 'said' }] })
})

test('tasks come first, then options such as objecting, each sorted by last day, and each zaak is listed once', () => {
  const groups = groupZaken({
    open: [
      zaak('rest'),
      zaak('new', { versie: 2 }),
      zaak('pay', { statuscode: 'betalen' }),
      zaak('pay while the term stands still', {
        statuscode: 'betalen',
        opschorting: { soort: 'opschorting', op: '2026-11-20', tot: '2026-12-01' },
      }),
      zaak('later', { ...asked('2026-12-20'), versie: 2 }),
      zaak('sooner', asked('2026-12-09')),
    ],
    afgerond: [
      zaak('can object', ended),
      zaak('must object sooner', {
        ...ended,
        versie: 2,
        besluiten: [testBesluit({ uiterlijkeReactiedatum: '2026-12-24' })],
      }),
      zaak('ended', { ...ended, besluiten: [] }),
      zaak('just ended', { ...ended, besluiten: [], versie: 2 }),
      zaak('too late to object', { ...ended, besluiten: [testBesluit({ uiterlijkeReactiedatum: '2026-12-02' })] }),
    ],
    now: new Date('2026-12-03T12:00:00Z'),
  })
  const ids = Object.fromEntries(Object.entries(groups).map(([name, zaken]) => [name, zaken.map(({ id }) => id)]))
  expect(ids).toEqual({
    vraagtIets: ['sooner', 'later', 'pay', 'pay while the term stands still'],
    kan: ['must object sooner', 'can object'],
    nieuw: ['new', 'just ended'],
    open: ['rest'],
    afgerond: ['ended', 'too late to object'],
  })
})
