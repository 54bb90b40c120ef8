import { expect, test } from 'vitest'
import { testBesluit } from '#lib/publieksportaal/test-zaak.ts'
import { TEKSTEN, ZAAK_VAN_BURGER } from '#lib/publieksportaal/zaak/test-zaak-van-burger.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { vertelVerhaal } from './vertel-verhalen.ts'

const TODAY = '2026-12-03'
const ONTVANGEN = {
  versie: 1,
  soort: 'registratie',
  statuscode: 'ontvangen',
  datumStatusGezet: new Date('2026-11-10T09:00:00Z'),
  statustoelichting: null,
  reden: null,
  einddatumGepland: '2026-12-20',
  uiterlijkeEinddatumAfdoening: '2027-01-05',
} as const
const ZAAK: ZaakVanBurger = {
  ...ZAAK_VAN_BURGER,
  zaaktype: {
    ...ZAAK_VAN_BURGER.zaaktype,
    statustypen: [{ code: 'ontvangen', volgnummer: 1, isEindstatus: true, informeren: true, ...TEKSTEN }],
    resultaattypen: [
      { code: 'verleend', statuscode: 'vergunning_verleend', ...TEKSTEN },
      { code: 'geweigerd', statuscode: 'vergunning_geweigerd', ...TEKSTEN },
    ],
  },
  statussen: [ONTVANGEN],
}

const tell = (...zaken: Partial<ZaakVanBurger>[]) =>
  vertelVerhaal(
    { zaken: zaken.map((zaak) => ({ ...ZAAK, inzendingen: [], ...zaak })), mail: undefined },
    { taal: 'nl', today: TODAY },
  )

const aanvulling = (tot: string): Partial<ZaakVanBurger> => ({
  opschorting: { soort: 'aanvulling', op: '2026-11-20', tot },
  aanvullingen: [{ id: null, naam: 'Foto', toelichting: null, formulier: null, ontvangenOp: null }],
})
const besluit = (uiterlijkeReactiedatum: string, statuscode = 'vergunning_geweigerd'): Partial<ZaakVanBurger> => ({
  statuscode,
  einddatum: '2026-11-01',
  besluiten: [testBesluit({ uiterlijkeReactiedatum })],
})

test('a last day counts until the end of that day, and is over after it', () => {
  expect(tell(aanvulling('2026-12-04'))).toBe('Moet iets sturen, nog 1 dag')
  expect(tell(aanvulling(TODAY))).toBe('Moet iets sturen, vandaag nog')
  expect(tell(aanvulling('2026-12-02'))).not.toMatch(/sturen/)
  expect(tell(besluit(TODAY))).toBe('Geweigerd, bezwaar kan vandaag nog')
  expect(tell(besluit('2026-12-05', 'vergunning_verleend'))).toBe('Bezwaar kan nog 2 dagen')
  expect(tell(besluit('2026-12-02'))).toBe('Bezwaar kan niet meer')
})

test('a promised date has passed on the day after', () => {
  expect(tell({ einddatumGepland: TODAY })).toBe('Aanvraag loopt')
  expect(tell({ einddatumGepland: '2026-12-02' })).toBe('Duurt langer dan gepland')
  expect(tell({ einddatumGepland: '2026-11-20', uiterlijkeEinddatumAfdoening: '2026-12-02' })).toBe(
    'Besluit is 1 dag te laat',
  )
})

test('an ordinary running zaak is mentioned only when there is nothing else, and at most three facts are told', () => {
  expect(tell(ZAAK, ZAAK)).toBe('Aanvraag loopt')
  expect(tell(ZAAK, besluit(TODAY))).toBe('Geweigerd, bezwaar kan vandaag nog')
  const late = { einddatumGepland: '2026-11-20', uiterlijkeEinddatumAfdoening: '2026-12-01' }
  const stil = { opschorting: { soort: 'opschorting', op: '2026-11-20', tot: '2026-12-20' } as const }
  expect(tell(besluit(TODAY), stil, late, aanvulling('2026-12-10'))).toBe(
    'Moet iets sturen, nog 7 dagen; besluit is 2 dagen te laat; termijn staat stil',
  )
})

test('news is told for a week', () => {
  expect(tell({ bijgewerktOp: new Date('2026-11-26T09:00:00Z') })).toBe('Vroeg net iets aan')
  expect(tell({ bijgewerktOp: new Date('2026-11-25T09:00:00Z') })).toBe('Aanvraag loopt')
})
