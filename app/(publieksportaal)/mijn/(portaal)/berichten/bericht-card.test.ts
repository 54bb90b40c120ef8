import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ZAAK_VAN_BURGER } from '#lib/publieksportaal/zaak/test-zaak-van-burger.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { BerichtCard } from './bericht-card.tsx'

const NOW = new Date('2026-12-01T12:00:00Z')
const tekst = (nl: string) => ({ nl, en: `${nl} (en)` })
const teksten = (naam: string) => ({
  omschrijving: tekst(naam),
  antwoord: tekst('Antwoord.'),
  statustekst: tekst('Wij kijken ernaar.'),
  handeling: null,
})

const STATUS = {
  versie: 1,
  soort: 'registratie',
  statuscode: 'ontvangen',
  datumStatusGezet: new Date('2026-12-01T09:00:00Z'),
  statustoelichting: null,
  reden: null,
  einddatumGepland: '2026-12-20',
  uiterlijkeEinddatumAfdoening: '2027-01-05',
} as const

const ZAAK: ZaakVanBurger = {
  ...ZAAK_VAN_BURGER,
  opschorting: { soort: 'aanvulling', op: '2026-11-30', tot: '2026-12-14' },
  aanvullingen: [{ id: null, naam: 'Plattegrond', toelichting: null, formulier: null, ontvangenOp: null }],
  versie: 2,
  bijgewerktOp: NOW,
  zaaktype: {
    ...ZAAK_VAN_BURGER.zaaktype,
    omschrijving: tekst('Vergunning'),
    statustypen: [{ code: 'ontvangen', volgnummer: 1, isEindstatus: false, informeren: true, ...teksten('Ontvangen') }],
    resultaattypen: [{ code: 'verleend', statuscode: 'verleend', ...teksten('Verleend') }],
  },
  statussen: [STATUS, { ...STATUS, versie: 2, soort: 'aanvullingsverzoek', statustoelichting: 'Met de maten.' }],
}

function render(versie: number, taal: 'nl' | 'en') {
  const bericht = { id: 'x', tijdstip: STATUS.datumStatusGezet, versie, gelezen: versie === 1, zaak: ZAAK }
  return renderToStaticMarkup(createElement(BerichtCard, { bericht, taal, now: NOW }))
}
const textOf = (html: string) => html.replaceAll(/<[^<>]{1,500}>/g, ' ').replaceAll(/ {2,}/g, ' ')

test('the card says what happened, to which zaak, when, and what to send by when', () => {
  const text = textOf(render(2, 'nl'))
  expect(text).toContain('Wij hebben meer informatie nodig : Dakkapel Nieuw U moet iets doen')
  expect(text).toContain('Dakkapel · ZAAK-2026-1 · vandaag, 10:00')
  expect(text).toContain('“Met de maten.” Stuur ons uiterlijk maandag 14 december 2026: Plattegrond')
  expect(textOf(render(1, 'nl'))).not.toMatch(/Nieuw|U moet iets doen|Stuur/)
})

test('the English page marks Dutch text as Dutch', () => {
  const html = render(2, 'en')
  expect(html).toContain('<span lang="nl">Dakkapel</span>')
  expect(html).toMatch(/lang="nl">“Met de maten.”/)
  expect(html).toContain('<ul lang="nl"><li>Plattegrond</li></ul>')
})

test('a reminder names its last day while there is something to do', () => {
  const reminded = (laatsteDag: string) => {
    const bericht = {
      id: 'x',
      tijdstip: STATUS.datumStatusGezet,
      zaak: ZAAK,
      herinneringsoort: 'aanvulling' as const,
      laatsteDag,
    }
    return textOf(renderToStaticMarkup(createElement(BerichtCard, { bericht, taal: 'nl', now: NOW })))
  }
  expect(reminded('2026-12-14')).toContain('Herinnering: stuur ons wat wij missen : Dakkapel Dakkapel · ZAAK-2026-1')
  expect(reminded('2026-12-14')).toContain(
    'De laatste dag om iets te sturen is maandag 14 december 2026. Wat wij missen',
  )
  expect(reminded('2026-11-30')).toMatch(/De laatste dag om iets te sturen was maandag 30 november 2026\. *$/)
})
