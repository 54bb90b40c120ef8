import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { TEKSTEN, ZAAK_VAN_BURGER } from '#lib/publieksportaal/zaak/test-zaak-van-burger.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import { ZaakFacts } from './zaken/[zaakId]/zaak-facts.tsx'
import { ZaakCard } from './zaken-list.tsx'

const ZAAK: ZaakVanBurger = {
  ...ZAAK_VAN_BURGER,
  zaaktype: {
    ...ZAAK_VAN_BURGER.zaaktype,
    statustypen: [{ code: 'ontvangen', volgnummer: 1, isEindstatus: true, informeren: true, ...TEKSTEN }],
  },
}
const BESLUIT = { datum: '2026-12-01', bekendmakingsdatum: '2026-12-02', uiterlijkeReactiedatum: '2027-01-13' }
const CLOSED = { ...ZAAK, statuscode: 'verleend', einddatum: '2026-12-01' }

const textOf = (html: string) => html.replaceAll(/<[^<>]{1,500}>/g, ' ').replaceAll(/ {2,}/g, ' ')
const render = (zaak: ZaakVanBurger, now = new Date('2026-12-03T12:00:00Z')) => ({
  facts: textOf(
    renderToStaticMarkup(
      createElement(ZaakFacts, {
        zaak,
        stilstand: voortgang(zaak).stilstand,
        phone: '14 030',
        taal: 'nl',
        today: dateInAmsterdam(now),
      }),
    ),
  ),
  card: textOf(renderToStaticMarkup(createElement(ZaakCard, { zaak, taal: 'nl', now }))),
})

test('a running zaak has its streefdatum and the last day by law', () => {
  const { facts, card } = render(ZAAK)
  expect(facts).toContain('Ingediend op gebeurd: 10 november 2026')
  expect(facts).toContain('Wij willen beslissen verwacht: 20 december 2026')
  expect(facts).toContain('Wij beslissen uiterlijk volgens de wet: 5 januari 2027')
  expect(card).toContain('Wij beslissen uiterlijk 5 januari 2027')
  expect(render(ZAAK, new Date('2026-12-20T12:00:00Z')).facts).toContain('Wij willen beslissen verwacht: 20 december')
  expect(render(ZAAK, new Date('2026-12-21T12:00:00Z')).facts).not.toContain('20 december')
  const late = render(ZAAK, new Date('2027-01-06T12:00:00Z'))
  expect(late.card).toContain('Wij moesten beslissen uiterlijk op 5 januari')
  expect(late.facts).toContain('Wij moesten beslissen uiterlijk volgens de wet: 5 januari')
})

test('a last day by law that ends on a Saturday is not over before the Monday is', () => {
  const zaak = { ...ZAAK, uiterlijkeEinddatum: '2027-01-09' }
  const monday = render(zaak, new Date('2027-01-11T12:00:00Z'))
  expect(monday.card).toContain('Wij beslissen uiterlijk 9 januari')
  expect(monday.facts).toContain('Wij beslissen uiterlijk volgens de wet: 9 januari')
  expect(render(zaak, new Date('2027-01-12T12:00:00Z')).card).toContain('Wij moesten beslissen uiterlijk op 9 januari')
})

test('while its term stands still those dates are gone, and it is never late', () => {
  const zaak = { ...ZAAK, opschorting: { soort: 'opschorting', op: '2026-11-30', tot: '2027-02-01' } as const }
  const { facts, card } = render(zaak, new Date('2027-01-06T12:00:00Z'))
  expect(facts).toContain(
    'Beslistermijn staat stil vanaf gebeurd: 1 december 2026 Naar verwachting tot verwacht: 1 februari 2027',
  )
  expect(facts).not.toMatch(/20 december|5 januari/)
  expect(card).toContain('De beslistermijn staat stil vanaf 1 december 2026')
  expect(card).not.toMatch(/5 januari|U moet iets doen/)
})

test('what must be sent is something to do, by its last day', () => {
  const zaak = { ...ZAAK, opschorting: { soort: 'aanvulling', op: '2026-11-30', tot: '2026-12-14' } as const }
  const { facts, card } = render(zaak)
  expect(facts).toContain('Stuur uw informatie uiterlijk laatste dag: 14 december 2026')
  expect(card).toContain('U moet iets doen')
  expect(card).toContain('Stuur uw informatie uiterlijk 14 december 2026')
})

test('a besluit has the day on which it was made known and the last day to object; another end has neither', () => {
  expect(render({ ...CLOSED, besluit: BESLUIT }).facts).toContain(
    'Afgerond op gebeurd: 1 december 2026 Bekendmaking van het besluit gebeurd: 2 december 2026 ' +
      'Bezwaar maken kan tot en met uiterlijk volgens de wet: 13 januari 2027',
  )
  const besluit = { ...CLOSED, besluit: BESLUIT }
  expect(render(besluit, new Date('2026-12-01T12:00:00Z')).facts).toContain('het besluit verwacht: 2 december 2026')
  expect(render(besluit, new Date('2027-01-13T12:00:00Z')).facts).toContain('Bezwaar maken kan tot en met')
  expect(render(besluit, new Date('2027-01-14T12:00:00Z')).facts).toContain('Bezwaar maken kon tot en met')
  expect(render(CLOSED).facts).not.toMatch(/besluit|Bezwaar/)
})
