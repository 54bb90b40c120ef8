import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { AfgerondeZaken } from './afgeronde-zaken.tsx'

const tekst = (nl: string) => ({ nl, en: nl })
const teksten = { omschrijving: tekst('Stap'), antwoord: tekst('Antwoord.'), statustekst: tekst(''), handeling: null }

const ended = (id: string, einddatum: string): ZaakVanBurger => ({
  id,
  identificatie: 'ZAAK-2026-1',
  omschrijving: 'Dakkapel',
  team: 'Vergunningen',
  startdatum: '2025-01-10',
  einddatumGepland: '2026-12-20',
  uiterlijkeEinddatum: '2027-01-05',
  einddatum,
  opschorting: null,
  aanvullingen: [],
  besluit: null,
  statuscode: 'verleend',
  versie: 1,
  gezienVersie: 1,
  bijgewerktOp: new Date('2026-11-10T09:00:00Z'),
  zaaktype: {
    identificatie: 'TEST',
    versie: 1,
    omschrijving: tekst('Vergunning'),
    intrekken: null,
    bezwaar: null,
    opschortingsredenen: [],
    statustypen: [{ code: 'ontvangen', volgnummer: 1, isEindstatus: false, informeren: true, ...teksten }],
    resultaattypen: [{ code: 'verleend', statuscode: 'verleend', ...teksten }],
  },
  statussen: [],
})

test('a year of which some zaken are left out does not say how many it has', () => {
  const zaken = [ended('a', '2026-05-01'), ended('b', '2026-04-01'), ended('c', '2025-12-01')]
  const years = (more: boolean) => {
    const now = new Date('2026-12-01T12:00:00Z')
    const html = renderToStaticMarkup(createElement(AfgerondeZaken, { zaken, more, isTable: false, taal: 'nl', now }))
    return [...html.matchAll(/<summary>([^<]{1,50})</g)].map(([, year]) => year)
  }
  expect(years(true)).toEqual(['2026 (2)', '2025'])
  expect(years(false)).toEqual(['2026 (2)', '2025 (1)'])
})
