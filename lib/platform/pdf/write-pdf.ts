import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { deflateRawSync } from 'node:zlib'
import PDFDocument from 'pdfkit'

/** In millimetres. */
const MARGIN = { top: 20, bottom: 20, left: 25, right: 25 }
/** The top of the window of a Dutch envelope (NEN 1026), from the top of the page. */
const WINDOW_TOP = 50
const POINTS_PER_MM = 72 / 25.4
const SIZE = { text: 11, kop: 14, tabel: 8.5 }
const GAP = 9
const CELL_GAP = 3
/** A long table is written in pieces, so that other requests get their turn. */
const ROWS_AT_ONCE = 20
/** pdfkit does not escape the XML of the metadata, so these characters could break or forge it. */
const UNFIT_IN_TITLE = /[<>&%\p{Cc}]/gu

/** The whole font, which has every character of names in the BRP. The web pages use subsets of it. */
const font = (weight: string, file: string) =>
  join(process.cwd(), 'node_modules/@expo-google-fonts/atkinson-hyperlegible-next', weight, file)
const REGULAR = font('400Regular', 'AtkinsonHyperlegibleNext_400Regular.ttf')
const BOLD = font('700Bold', 'AtkinsonHyperlegibleNext_700Bold.ttf')

export type Blok =
  /** a heading; the first is the title */
  | { soort: 'kop'; tekst: string }
  | { soort: 'alinea'; tekst: string }
  /** text with fixed line breaks */
  | { soort: 'regels'; regels: readonly string[] }
  /** lines at the window of an envelope */
  | { soort: 'adres'; regels: readonly string[] }
  | { soort: 'lijst'; punten: readonly string[] }
  | Tabel

/** `deel`: the width of a column as a fraction of the page. A row has a cell for each column. */
type Tabel = {
  soort: 'tabel'
  kolommen: readonly { naam: string; deel: number }[]
  rijen: readonly (readonly string[])[]
}

/** Invisible characters, such as joiners. pdfkit draws a box when its font lacks one. */
const UNDRAWN = /(?!\n)[\p{Cc}\p{Default_Ignorable_Code_Point}\s]/gu
const BLANK = /(?!\uFEFF)\s/
/** After so many attempts an unfit document is returned anyway. */
const ATTEMPTS = 5

type Font = { encode(tekst: string): unknown; font: { hasGlyphForCodePoint(code: number): boolean } }
/** Sets the font of the document and returns it. `_font` is not in the types of pdfkit. */
const openFont = (doc: PDFKit.PDFDocument, file: string) => (doc.font(file) as unknown as { _font: Font })._font

/** Returns the characters of a text that the fonts lack, each once. pdfkit would draw a box for them. */
export function missingCharacters(tekst: string): string[] {
  const doc = new PDFDocument({ font: REGULAR })
  const fonts = [REGULAR, BOLD].map((file) => openFont(doc, file).font)
  return [...new Set(tekst.normalize('NFC').replaceAll(UNDRAWN, '').replaceAll('\n', ''))].filter((one) =>
    fonts.some((font) => !font.hasGlyphForCodePoint(one.codePointAt(0) as number)),
  )
}

/** Removes invisible characters. With `ontbreekt`, replaces missing ones by a code such as `[U+1F3E0]`. */
function toDrawable(blokken: readonly Blok[], ontbreekt: string | undefined): readonly Blok[] {
  const missing = new Set(ontbreekt && missingCharacters(JSON.stringify(blokken)))
  const drawable = (tekst: string) => {
    const plain = tekst.normalize('NFC').replaceAll(UNDRAWN, (one) => (BLANK.test(one) ? ' ' : ''))
    return missing.size === 0 ? plain : Array.from(plain, (one) => (missing.has(one) ? nameOf(one) : one)).join('')
  }
  const drawn: Blok[] = JSON.parse(JSON.stringify(blokken), (_, value) =>
    typeof value === 'string' ? drawable(value) : value,
  )
  return ontbreekt && missing.size > 0 ? [...drawn, { soort: 'alinea', tekst: ontbreekt }] : drawn
}

const nameOf = (one: string) => `[U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`

type Pdf = { titel: string; auteur: string; op: Date; inhoud?: object; ontbreekt?: string; blokken: readonly Blok[] }

/**
 * Returns an A4 document in Dutch, with the structure that a screen reader needs (PDF/UA).
 *
 * @param document.inhoud the content for programs: deflated JSON in base64url, in the document information
 * @param document.ontbreekt a last alinea that explains codes such as `[U+1F3E0]`, for missing characters
 * @param isUnfit true when the document must be written again, with other bytes in every compressed stream
 */
export async function writePdf(document: Pdf, isUnfit: (pdf: Buffer) => boolean = () => false): Promise<Buffer> {
  let pdf = await write(document, '')
  for (let more = 1; more < ATTEMPTS && isUnfit(pdf); more += 1) pdf = await write(document, 'qxyzw'.slice(0, more))
  return pdf
}

/** @param unused characters to encode first, which changes the number of every other glyph */
async function write({ titel, auteur, op, inhoud, ontbreekt, blokken }: Pdf, unused: string): Promise<Buffer> {
  const margins = Object.fromEntries(Object.entries(MARGIN).map(([side, mm]) => [side, mm * POINTS_PER_MM]))
  const doc = new PDFDocument({
    size: 'A4',
    margins: margins as { top: number; bottom: number; left: number; right: number },
    font: REGULAR,
    lang: 'nl-NL',
    pdfVersion: '1.7',
    // not in the types of pdfkit
    subset: 'PDF/UA' as 'PDF/A-2',
    tagged: true,
    displayTitle: true,
    info: {
      Title: titel.replaceAll(UNFIT_IN_TITLE, ' '),
      Author: auteur.replaceAll(UNFIT_IN_TITLE, ' '),
      CreationDate: op,
      ...(inhoud && { Inhoud: `inhoud.${deflateRawSync(JSON.stringify(inhoud)).toString('base64url')}` }),
    },
  })
  // The part of PDF/UA is text: pdfkit takes a number for PDF/A and adds an incomplete list of glyphs, which
  // PDF/UA-1 (7.21.4.2) forbids.
  Object.assign(doc, { subset: '1' })
  for (const file of unused ? [BOLD, REGULAR] : []) openFont(doc, file).encode(unused)
  const root = doc.struct('Document')
  doc.addStructure(root)
  let koppen = 0
  for (const blok of toDrawable(blokken, ontbreekt)) {
    if (blok.soort === 'kop') koppen += 1
    if (blok.soort === 'tabel') await addTable(doc, root, blok)
    else root.add(structureOf(doc, blok, koppen))
  }
  root.end()
  doc.end()
  const chunks: Buffer[] = []
  for await (const chunk of doc) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function structureOf(doc: PDFKit.PDFDocument, blok: Exclude<Blok, Tabel>, koppen: number): PDFKit.PDFStructureElement {
  const text = (tekst: string, indent = 0) => {
    doc.font(REGULAR).fontSize(SIZE.text)
    doc.text(tekst, doc.page.margins.left + indent, doc.y, { lineGap: 2 })
  }
  switch (blok.soort) {
    case 'kop':
      return doc.struct(koppen === 1 ? 'H1' : 'H2', {}, () => {
        doc.font(BOLD).fontSize(SIZE.kop).text(blok.tekst, { lineGap: 2 })
        doc.y += GAP / 2
      })
    case 'lijst':
      return doc.struct(
        'L',
        {},
        blok.punten.map((punt, index) =>
          doc.struct('LI', {}, [
            doc.struct('LBody', {}, () => {
              text(`• ${punt}`, GAP)
              if (index === blok.punten.length - 1) doc.y += GAP
            }),
          ]),
        ),
      )
    default:
      return doc.struct('P', {}, () => {
        if (blok.soort === 'adres') doc.y = Math.max(doc.y, WINDOW_TOP * POINTS_PER_MM)
        text(blok.soort === 'alinea' ? blok.tekst : blok.regels.join('\n'))
        doc.y += blok.soort === 'adres' ? 3 * GAP : GAP
      })
  }
}

async function addTable(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, { kolommen, rijen }: Tabel) {
  const { left, right } = doc.page.margins
  const width = doc.page.width - left - right
  let x = left
  const columns = kolommen.map(({ naam, deel }) => {
    const column = { naam, x, width: deel * width - CELL_GAP }
    x += deel * width
    return column
  })
  const table = doc.struct('Table')
  root.add(table)

  const heightOf = (cells: readonly string[]) =>
    Math.max(...columns.map((column, index) => doc.heightOfString(cells[index] ?? '', column))) + 2 * CELL_GAP
  /** @param place adds each cell to the structure */
  function writeRow(cells: readonly string[], place: (text: () => void) => void) {
    const [top, bottom] = [doc.y + CELL_GAP, doc.y + heightOf(cells)]
    for (const [index, column] of columns.entries()) {
      place(() => doc.text(cells[index] ?? '', column.x, top, { width: column.width }))
    }
    asArtifact(doc, () =>
      doc
        .lineWidth(0.5)
        .moveTo(left, bottom)
        .lineTo(left + width, bottom)
        .stroke('#767676'),
    )
    doc.x = left
    doc.y = bottom
  }
  function addRow(cells: readonly string[], tag: 'TH' | 'TD') {
    const row = doc.struct('TR')
    table.add(row)
    // The types of pdfkit lack the scope.
    const options = (tag === 'TH' ? { scope: 'Column' } : {}) as object
    writeRow(cells, (text) => row.add(doc.struct(tag, options, text)))
    row.end()
  }

  const names = columns.map(({ naam }) => naam)
  doc.font(BOLD).fontSize(SIZE.tabel)
  addRow(names, 'TH')
  for (const [index, cells] of rijen.entries()) {
    if (index % ROWS_AT_ONCE === 0) await setImmediate()
    doc.font(REGULAR)
    if (doc.y + heightOf(cells) > doc.page.maxY()) {
      doc.addPage().font(BOLD)
      // The names on a next page are an artifact, because a screen reader already knows them.
      writeRow(names, (text) => asArtifact(doc, text))
      doc.font(REGULAR)
    }
    addRow(cells, 'TD')
  }
  table.end()
  doc.y += GAP
}

/** Draws content that a screen reader skips. */
function asArtifact(doc: PDFKit.PDFDocument, draw: () => void) {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}
