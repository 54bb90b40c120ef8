import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Blok, missingCharacters, writePdf } from './write-pdf.ts'

const blokken: Blok[] = [
  { soort: 'regels', regels: ['Gemeente Voorbeeld'] },
  { soort: 'adres', regels: ['Ş. Özdemir-Łukasiewicz', 'Kerkplein 1', '1234 AB Voorbeeld'] },
  { soort: 'kop', tekst: 'Wij hebben meer informatie nodig' },
  { soort: 'alinea', tekst: 'Stuur ons deze stukken.' },
  { soort: 'lijst', punten: ['Een plattegrond', 'Een foto'] },
]
const write = (more: Blok[] = []) =>
  writePdf({
    titel: 'Brief',
    auteur: 'Gemeente Voorbeeld',
    op: new Date('2026-11-27T08:00:00Z'),
    blokken: [...blokken, ...more],
  })

const streamsOf = (pdf: Buffer) =>
  [...pdf.toString('latin1').matchAll(/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)].map(([, data = '']) => data)
/** Returns the ToUnicode tables of a document, with the characters that are drawn. */
const unicodeOf = (pdf: Buffer) =>
  streamsOf(pdf)
    .map((data) => inflateSync(Buffer.from(data, 'latin1')).toString('latin1'))
    .filter((stream) => stream.includes('beginbfrange') || stream.includes('beginbfchar'))
    .join('\n')

test('a document has a title, a language and a structure, and brings its fonts', async () => {
  const pdf = (await write()).toString('latin1')
  expect(pdf.slice(0, 8)).toBe('%PDF-1.7')
  for (const part of [
    '/Marked true',
    '/Lang (nl-NL)',
    '/DisplayDocTitle true',
    '/S /H1',
    '/S /P',
    '/S /LI',
    '<pdfuaid:part>1</pdfuaid:part>',
  ]) {
    expect(pdf, part).toContain(part)
  }
  expect(pdf, 'a list of glyphs would have to name all of the font').not.toContain('/CIDSet')
  expect(pdf).toContain('/FontFile2')
  expect(pdf).not.toMatch(/Helvetica/)
})

test('text that does not fit on a page continues on the next', async () => {
  const long: Blok[] = Array.from({ length: 60 }, () => ({ soort: 'alinea', tekst: 'Een zin. '.repeat(20) }))
  const pages = async (more: Blok[]) =>
    ((await write(more)).toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? []).length
  expect(await pages([])).toBe(1)
  expect(await pages(long)).toBeGreaterThan(2)
})

test('the font has every letter of a name', async () => {
  const unicode = unicodeOf(await write())
  for (const letter of 'ŞÖŁ') {
    const code = letter.charCodeAt(0).toString(16).padStart(4, '0')
    expect(unicode, letter).toContain(code)
  }
})

test('a long table has cells under column names, and does not block other requests', async () => {
  const kolommen = [
    { naam: 'Zaak', deel: 0.5 },
    { naam: 'Waarom', deel: 0.5 },
  ]
  const rijen = Array.from({ length: 90 }, (_, n) => [`Zaak ${n}`, 'Bewaartermijn voorbij. '.repeat(3)])
  let turns = 0
  const counting = setInterval(() => {
    turns++
  }, 0)
  const pdf = (await write([{ soort: 'tabel', kolommen, rijen }])).toString('latin1')
  clearInterval(counting)
  expect(turns).toBeGreaterThan(1)
  const count = (tag: string) => pdf.split(`/S /${tag}\n`).length - 1
  expect([count('Table'), count('TR'), count('TH'), count('TD')]).toEqual([1, 91, 2, 180])
  expect(pdf).toContain('/Scope /Column')
})

test('missingCharacters lists the characters that the fonts lack', () => {
  expect(missingCharacters('Ş. Özdemir-Łukasiewicz\n• “één” – € 5,00\u200B\u00A0e\u0301')).toEqual([])
  expect(missingCharacters('Dakkapel 🏠 voor 王王, ok\uFE0F')).toEqual(['🏠', '王'])
})

const document = (tekst: string) => ({
  titel: 'Brief',
  auteur: 'Gemeente',
  op: new Date('2026-11-27T08:00:00Z'),
  blokken: [{ soort: 'tabel', kolommen: [{ naam: tekst, deel: 1 }], rijen: [[tekst]] }] satisfies Blok[],
})

test('invisible characters that the fonts lack leave no box', async () => {
  const written = await writePdf(
    document('a\u200Bb\u00ADc\u202Ed\u202Ce\uFE0Ff\u202Fg\th\u3000i\uFEFFe\u0301\u0007\nj'),
  )
  // Glyph 0 is the box for missing characters.
  const pages = streamsOf(written).map((data) => inflateSync(Buffer.from(data, 'latin1')).toString('latin1'))
  const glyphs = pages.flatMap((page) => [...page.matchAll(/<([\da-f]+)> [-\d]+\] TJ/g)].map(([, hex]) => hex))
  expect(glyphs.length).toBeGreaterThan(0)
  expect(glyphs.flatMap((hex) => hex?.match(/.{4}/g) ?? [])).not.toContain('0000')
  expect(unicodeOf(written)).toContain('00e9')
})

test('a missing character is drawn as its code and explained in a last alinea, which is absent otherwise', async () => {
  const ontbreekt = 'De code van een teken staat tussen haken.'
  const written = await writePdf({ ...document('Dakkapel 🏠 voor 王\u202E'), ontbreekt })
  expect(unicodeOf(written)).toBe(unicodeOf(await writePdf(withAlinea('Dakkapel [U+1F3E0] voor [U+738B]', ontbreekt))))
  expect(unicodeOf(await writePdf({ ...document('Dakkapel'), ontbreekt }))).toBe(
    unicodeOf(await writePdf(document('Dakkapel'))),
  )
})
const withAlinea = (tekst: string, alinea: string) => {
  const plain = document(tekst)
  return { ...plain, blokken: [...plain.blokken, { soort: 'alinea', tekst: alinea } as const] }
}

test('an unfit document is rewritten with the same text and other bytes in each compressed stream', async () => {
  const { blokken: table, ...rest } = document('Dakkapel voor Jansen')
  const all = { ...rest, blokken: [...blokken, ...table] }
  const first = await writePdf(all)
  const seen: Buffer[] = []
  const again = await writePdf(all, (pdf) => seen.push(pdf) < 3)
  expect(seen[0]?.equals(first)).toBe(true)
  expect(seen.length).toBe(3)
  const streams = seen.map((pdf) => streamsOf(pdf))
  expect(streams.map(({ length }) => length)).toEqual([5, 5, 5])
  expect(new Set(streams.flat()).size, 'no stream of one is a stream of another').toBe(15)
  expect(again).toBe(seen.at(-1))
  expect(await writePdf(all, () => true), 'it ends').toBeInstanceOf(Buffer)
})
