import { expect, test } from 'vitest'
import { ZAAK_VAN_BURGER } from '#lib/publieksportaal/zaak/test-zaak-van-burger.ts'
import { briefOf } from './brief.ts'

test('the letter names the zaak, the date of receipt, the last day to decide, and the request', () => {
  const text = briefOf(ZAAK_VAN_BURGER, 'Gemeente Voorbeeld').join('\n')
  expect(text).toContain(`Aan: Gemeente Voorbeeld\nZaaknummer: ${ZAAK_VAN_BURGER.identificatie}`)
  expect(text).toContain(
    'Op dinsdag 10 november 2026 ontving u mijn aanvraag. U moest daarover uiterlijk dinsdag 5 januari 2027',
  )
  expect(text).toMatch(/stel ik u in gebreke\. .* binnen 2 weken/)
})

test('where a law excludes the dwangsom the letter claims none', () => {
  const zaaktype = { ...ZAAK_VAN_BURGER.zaaktype, geenDwangsom: 'Woo 8.2' }
  const text = briefOf({ ...ZAAK_VAN_BURGER, zaaktype }, 'Gemeente Voorbeeld').join('\n')
  expect(text).toContain('in beroep gaan bij de rechtbank')
  expect(text).not.toContain('dwangsom')
})

test('for a decision by operation of law the letter asks for its bekendmaking', () => {
  const vanRechtswege = {
    besluittype: 'verleend',
    datum: '2027-01-06',
    ingangsdatum: '2027-01-08',
    bekendmakenUiterlijk: '2027-01-20',
  }
  const text = briefOf({ ...ZAAK_VAN_BURGER, vanRechtswege }, 'Gemeente Voorbeeld').join('\n')
  expect(text).toContain(
    'op woensdag 6 januari 2027 van rechtswege goedgekeurd. U moest dat uiterlijk woensdag 20 januari 2027',
  )
  expect(text).not.toContain('ontving u mijn aanvraag')
})
