import { expect, test } from 'vitest'
import type { ExportBatch, ExportRegel } from '#lib/zaaksysteem/werkvoorraad/export-werkvoorraad.ts'
import { exportCsv } from './export-csv.ts'

const REGEL: ExportRegel = {
  identificatie: 'ZAAK-2026-0000000001',
  omschrijving: 'Kap; "dode" eik',
  zaaktype: 'Vellen van houtopstand',
  status: 'Aanvraag ontvangen',
  aanvragerNaam: 'Zoë Öztürk',
  team: 'Omgeving',
  behandelaarNaam: '',
  startdatum: '2026-11-02',
  einddatumGepland: '2026-12-14',
  uiterlijkeEinddatum: '2026-12-28',
  einddatum: null,
  besluitdatum: '2026-12-01',
  opTijd: true,
  staatStil: true,
  vertrouwelijk: true,
}

async function write(...batches: ExportBatch[]) {
  const reading = (async function* () {
    yield* batches
  })()
  let text = ''
  for await (const part of exportCsv(reading)) text += part
  return text
}

test('a file begins with a byte order mark and its columns, and has semicolons, CRLF and Dutch dates', async () => {
  const text = await write({ regels: [REGEL], isCut: false })
  expect(text.startsWith('\uFEFFZaaknummer;Omschrijving;')).toBe(true)
  expect(text.split('\r\n').slice(1)).toEqual([
    'ZAAK-2026-0000000001;"Kap; ""dode"" eik";Vellen van houtopstand;Aanvraag ontvangen;Zoë Öztürk;Omgeving;;' +
      '02-11-2026;14-12-2026;28-12-2026;staat stil;;01-12-2026;ja;vertrouwelijk',
    '',
  ])
})

test('every line has as many cells as there are columns', async () => {
  const [head = '', line = ''] = (await write({ regels: [{ ...REGEL, omschrijving: '' }], isCut: false })).split('\r\n')
  expect(line.split(';')).toHaveLength(head.split(';').length)
})

test.each(['=', '+', '-', '@', '\t', '\r'])("a citizen's text that begins with %j is not a formula", async (sign) => {
  const text = await write({ regels: [{ ...REGEL, omschrijving: `${sign}1+1` }], isCut: false })
  expect(text).toContain(`'${sign}1+1`)
})

test('a truncated file says so at its end', async () => {
  const text = await write({ regels: [REGEL], isCut: false }, { regels: [REGEL], isCut: true })
  expect(text.trimEnd().split('\r\n')).toHaveLength(4)
  expect(text).toMatch(/Let op: dit zijn de eerste 100\.000 zaken\.[^\r]*\r\n$/)
})
