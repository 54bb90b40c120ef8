import { expect, test } from 'vitest'
import type { ZaakInAgenda } from './agendapunt.ts'
import { composeIcs } from './compose-ics.ts'
import { readIcs } from './test-ics.ts'

const MOMENT = new Date('2026-11-25T10:00:00Z')
const MOST_OCTETS = 75
const zaak: ZaakInAgenda = {
  id: '0199a3f0-1b2c-7e4d-a5f6-000000000001',
  identificatie: 'ZAAK-2026-1',
  gevoelig: false,
  volgnummer: 3,
  bijgewerktOp: MOMENT,
  einddatumGepland: '2026-12-20',
  uiterlijkeEinddatumAfdoening: '2027-01-05',
  einddatum: null,
  isAfgerond: false,
  opschorting: null,
  vanRechtswege: null,
  ontwerp: null,
  aanvullingen: [],
  gemeld: [],
  besluiten: [],
}

const compose = (changes: Partial<ZaakInAgenda> = {}, gemeente = 'Gemeente Voorbeeld') =>
  composeIcs({
    agenda: { taal: 'nl', versie: 0, gewijzigdOp: null },
    zaken: [{ ...zaak, ...changes }],
    gemeente,
    link: (id) => `https://mijn.gemeente.example/mijn/zaken/${id}`,
    today: '2026-11-25',
  })

test('another library reads the file, also with long lines', () => {
  const identificatie = 'ZÄÄK-2026-'.repeat(9)
  expect(readIcs(compose({ identificatie })).punten[0]).toMatchObject({
    summary: `Verwacht: besluit over zaak ${identificatie}`,
    description: [
      'Op deze dag willen wij beslissen. Dat is geen belofte.',
      'Een datum kan veranderen. In Mijn zaken leest u hoe het ervoor staat.',
      `Log in en bekijk uw zaak: https://mijn.gemeente.example/mijn/zaken/${zaak.id}`,
    ].join('\n'),
  })
})

test.each([',', ';', '\\', '\\n', '"', '\n', '\r', '\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n', '😀'.repeat(40)])(
  '%j in a name or number starts no line and no entry, and no line is longer than 75 octets',
  (piece) => {
    const text = compose({ identificatie: `A${piece}B` }, `A${piece}B`)
    const lines = text.split('\r\n')
    expect(lines.join('')).not.toMatch(/[\r\n]/)
    for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(MOST_OCTETS)
    const { punten } = readIcs(text)
    const shown = piece.replace('\r', '\n')
    expect(punten.map(({ summary }) => summary)).toEqual([
      `Verwacht: besluit over zaak A${shown}B`,
      `Uiterlijk volgens de wet: besluit over zaak A${shown}B`,
    ])
  },
)

test('a gevoelige zaak shows only its days', () => {
  const text = compose({ gevoelig: true, opschorting: { soort: 'aanvulling', op: '2026-11-20', tot: '2026-12-04' } })
  expect(readIcs(text).punten[0]).toMatchObject({
    summary: 'Datum van uw aanvraag bij Gemeente Voorbeeld',
    description: [
      'Log in bij Mijn zaken om te lezen waar deze datum over gaat en of u iets moet doen.',
      'Een datum kan veranderen. In Mijn zaken leest u hoe het ervoor staat.',
      `Log in en bekijk uw zaak: https://mijn.gemeente.example/mijn/zaken/${zaak.id}`,
    ].join('\n'),
  })
  expect(text).not.toContain('ZAAK-2026-1')
})

test('the name is escaped like any text (RFC 7986 section 5.1)', () => {
  const name = String.raw`Mijn zaken bij A\, B\; C\\D`
  const text = compose({}, String.raw`A, B; C\D`)
  expect(text).toContain(`\r\nNAME:${name}\r\n`)
  expect(text).toContain(`\r\nX-WR-CALNAME:${name}\r\n`)
})

test('the same zaak gives the same bytes', () => {
  expect(compose()).toBe(compose())
})
