import { expect, test } from 'vitest'
import type { Lijst, Regel } from '#lib/zaaksysteem/zaak/bewaren/find-lijsten.ts'
import { verklaringBlokken, verklaringRijen } from './verklaring.ts'

const op = new Date('2030-05-20T08:00:00Z')
const lijst: Lijst = {
  id: '0199a3f4-2a5b-7c6d-8e9f-1a2b3c4d5e6f',
  nummer: 3,
  grond: 'bewaartermijn',
  toelichting: null,
  voorgesteldDoorId: '0199a3f4-2a5b-7c6d-8e9f-1a2b3c4d5e6a',
  voorgesteldDoor: 'M. de Haan',
  voorgesteldOp: op,
  goedgekeurdDoor: 'F. El Amrani',
  goedgekeurdOp: op,
  afgewezenDoor: null,
  afgewezenOp: null,
  afwijzing: null,
  klaarOp: op,
  aantal: 2,
  open: 0,
  vernietigd: 1,
}
const gone: Regel = {
  volgnummer: 1,
  zaakId: '0199a3f4-2a5b-7c6d-8e9f-1a2b3c4d5e6b',
  versie: 2,
  identificatie: 'ZAAK-2029-0000000001',
  zaaktype: 'APV-EVEN',
  zaaktypenaam: 'Evenementenvergunning',
  resultaatnaam: 'Aanvraag ingetrokken',
  selectielijst: '11.1',
  einddatum: '2029-05-20',
  bewaartermijn: 'P1Y',
  archiefactiedatum: '2030-05-20',
  uitkomst: 'vernietigd',
  reden: null,
  doorNaam: null,
  klaarOp: op,
}
const kept: Regel = {
  ...gone,
  volgnummer: 2,
  identificatie: 'ZAAK-2029-0000000002',
  uitkomst: 'afgehaald',
  reden: 'Nodig.',
}

test('the spreadsheet has a line for each destroyed zaak, with its ground, dates and deciders', () => {
  const [names, ...lines] = verklaringRijen(lijst, [gone, kept])
  expect(lines).toEqual([
    [
      'ZAAK-2029-0000000001',
      'Evenementenvergunning',
      'Aanvraag ingetrokken',
      'Bewaartermijn voorbij',
      '11.1',
      '2029-05-20',
      1,
      '2030-05-20',
      '20 mei 2030 10:00',
      'M. de Haan',
      '20 mei 2030 10:00',
      'F. El Amrani',
      '20 mei 2030 10:00',
      3,
    ],
  ])
  expect(names).toHaveLength(lines[0]?.length ?? 0)
})

test('the printable form names the destroyed and the kept zaken, and the deciders', () => {
  const text = JSON.stringify(verklaringBlokken('Gemeente Voorbeeld', lijst, [gone, kept]))
  for (const part of [
    'Gemeente Voorbeeld verklaart',
    '1 zaak',
    'door M. de Haan',
    'door F. El Amrani',
    '20 mei 2029',
    '1 jaar',
  ]) {
    expect(text).toContain(part)
  }
  expect(text).toContain('Van de lijst gehaald: Nodig.')
  expect(JSON.stringify(verklaringBlokken('Gemeente', lijst, [gone]))).not.toContain('Niet vernietigd')
})
