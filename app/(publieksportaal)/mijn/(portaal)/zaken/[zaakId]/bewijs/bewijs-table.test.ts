import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BewijsVanWijziging } from '#lib/publieksportaal/bewijs/find-bewijs-of-zaak.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { BewijsTable } from './bewijs-table.tsx'

const NOW = new Date('2026-12-01T12:00:00Z')
const at = (time: string) => new Date(`2026-12-01T${time}:00Z`)
const TRACE = '0af7651916cd43dd8448eb211c80319c'

const {
  uuid,
  status,
  statussen,
  initiator: _,
  ...rest
} = testZaak({
  statuscodes: ['ontvangen', 'in_behandeling'],
})
const ZAAK: ZaakVanBurger = {
  ...rest,
  id: uuid,
  statuscode: status,
  gezienVersie: 1,
  gemeld: [],
  bijgewerktOp: NOW,
  statussen: statussen.map(({ versie, soort, statuscode }) => ({
    versie,
    soort,
    statuscode,
    datumStatusGezet: NOW,
    statustoelichting: 'Beste mevrouw De Wit',
    reden: null,
    einddatumGepland: null,
    uiterlijkeEinddatumAfdoening: null,
  })),
}
const FETCHED: BewijsVanWijziging = {
  gebeurtenisId: uuid,
  versie: 1,
  soort: 'registratie',
  statuscode: 'ontvangen',
  gebeurdOp: at('08:00'),
  ontvangenOp: null,
  isOpgehaald: false,
  traceId: null,
  bewijzen: [],
}
const TOLD: BewijsVanWijziging = {
  ...FETCHED,
  versie: 2,
  soort: 'statuswijziging',
  statuscode: 'in_behandeling',
  gebeurdOp: at('09:00'),
  ontvangenOp: at('09:01'),
  traceId: TRACE,
}

/** Returns the cell texts of each row, newest first. */
function rows(wijzigingen: BewijsVanWijziging[], taal: 'nl' | 'en' = 'nl') {
  const html = renderToStaticMarkup(createElement(BewijsTable, { zaak: ZAAK, wijzigingen, taal, now: NOW }))
  const [, ...found] = html.split('<tr ')
  return found.slice(1).map((row) =>
    row
      .split('<td ')
      .slice(1)
      .map((cell) => cell.replace(/^[^>]*>/, '').replaceAll(/<[^<>]{1,500}>/g, '')),
  )
}

test('a change that arrived only with the zaak says so, and that nothing else is known of it', () => {
  expect(rows([FETCHED])).toEqual([
    [
      'ontvangen',
      'vandaag, 09:00',
      'Dit kwam mee met de hele zaak. Wij weten niet op welk moment.',
      'Geen',
      'Niet bekend',
    ],
  ])
})

test('a bounced mail is listed as sent and as bounced, with what was seen; the newest change comes first', () => {
  const bewijzen = [
    { soort: 'gemaild' as const, tijdstip: at('09:04'), gemeldOp: null },
    { soort: 'mail_geweigerd' as const, tijdstip: at('09:05'), gemeldOp: null },
    { soort: 'gezien' as const, tijdstip: at('10:30'), gemeldOp: null },
  ]
  const [newest, oldest] = rows([FETCHED, { ...TOLD, bewijzen }])
  expect(newest).toEqual([
    `in_behandelingKenmerk: ${TRACE}`,
    'vandaag, 10:00',
    'vandaag, 10:01',
    'vandaag, 10:04: verstuurdvandaag, 10:05: niet aangekomen',
    'vandaag, 11:30',
  ])
  expect(oldest?.[0]).toBe('ontvangen')
})

test('what a gemachtigde saw is listed apart from what the aanvrager saw', () => {
  const bewijzen = [
    { soort: 'gezien_door_gemachtigde' as const, tijdstip: at('09:30'), gemeldOp: null },
    { soort: 'gezien' as const, tijdstip: at('10:30'), gemeldOp: null },
  ]
  const [[, , , mail, gezien] = []] = rows([{ ...TOLD, bewijzen }])
  expect(mail).toBe('Geen')
  expect(gezien).toBe('vandaag, 10:30: door iemand die namens de aanvrager mag handelenvandaag, 11:30')
})

test('a fetched document is listed with its title, the first moment and the person', () => {
  const document = { id: uuid, titel: 'Besluit op uw aanvraag', sha256: 'ab'.repeat(32) }
  const bewijzen = [
    { soort: 'document_opgehaald' as const, tijdstip: at('09:30'), gemeldOp: null, document },
    { soort: 'document_opgehaald_door_gemachtigde' as const, tijdstip: at('10:30'), gemeldOp: null, document },
  ]
  const [[, , , mail, gezien] = []] = rows([{ ...TOLD, bewijzen }])
  expect(mail).toBe('Geen')
  expect(gezien).toBe(
    'vandaag, 10:30: document ‘Besluit op uw aanvraag’ bekeken of gedownloadvandaag, 11:30: document ‘Besluit op uw aanvraag’ bekeken of gedownload, door iemand die namens de aanvrager mag handelen',
  )
})

test('a change that was missed and fetched later is marked, and so is a mail replaced by another', () => {
  const bewijzen = [{ soort: 'mail_vervangen' as const, tijdstip: at('09:04'), gemeldOp: null }]
  const [[, , ontvangen, mail] = []] = rows([{ ...TOLD, isOpgehaald: true, bewijzen }])
  expect(ontvangen).toBe('vandaag, 10:01 (later opgehaald)')
  expect(mail).toBe('vandaag, 10:04: niet apart gemaild, omdat een andere mail dit vertelt of omdat het niet meer gold')
})

test('the table is translated into English, and shows the toelichting in neither language', () => {
  const [[change, , received, mail, seen] = []] = rows([TOLD], 'en')
  expect([change, received, mail, seen]).toEqual([
    `in_behandelingReference: ${TRACE}`,
    'today, 10:01',
    'None',
    'Not known',
  ])
  expect(JSON.stringify(rows([FETCHED, TOLD]))).not.toContain('De Wit')
})
