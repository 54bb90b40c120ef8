import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { deflateRawSync } from 'node:zlib'
import PDFDocument from 'pdfkit'

/** In millimetres. */
const MARGIN = { top: 20, bottom: 20, left: 25, right: 25 }
/** Where the window of a Dutch envelope begins (NEN 1026), from the top of the page. */
const WINDOW_TOP = 50
const POINTS_PER_MM = 72 / 25.4
const SIZE = { text: 11, kop: 14, tabel: 8.5 }
const GAP = 9
const CELL_GAP = 3
/** A long table is written in pieces, so that the process answers others meanwhile. */
const ROWS_AT_ONCE = 20
/** Characters that break the metadata of a document, which are XML that pdfkit does not escape, or begin another document in them. */
const UNFIT_IN_TITLE = /[<>&%\p{Cc}]/gu

/** A whole font, so that a letter holds every name of the BRP; that of the pages is cut into parts. */
const font = (weight: string, file: string) =>
  join(process.cwd(), 'node_modules/@expo-google-fonts/atkinson-hyperlegible-next', weight, file)
const REGULAR = font('400Regular', 'AtkinsonHyperlegibleNext_400Regular.ttf')
const BOLD = font('700Bold', 'AtkinsonHyperlegibleNext_700Bold.ttf')

export type Blok =
  /** a heading; the first is the title */
  | { soort: 'kop'; tekst: string }
  | { soort: 'alinea'; tekst: string }
  /** lines that stay lines */
  | { soort: 'regels'; regels: readonly string[] }
  /** the same, at the window of an envelope */
  | { soort: 'adres'; regels: readonly string[] }
  | { soort: 'lijst'; punten: readonly string[] }
  | Tabel

/** `deel`: how wide a column is, as a part of the page. A row has a cell for each column. */
type Tabel = {
  soort: 'tabel'
  kolommen: readonly { naam: string; deel: number }[]
  rijen: readonly (readonly string[])[]
}

/** Draws nothing by itself: what joins, turns or varies the characters beside it, and ends of lines. */
const UNDRAWN = /[\p{Cc}\p{Cf}\p{Variation_Selector}\s]/u

/** The characters of a text that the fonts of a document lack, each once, so that a box would stand in their place. */
export function missingCharacters(tekst: string): string[] {
  const doc = new PDFDocument({ font: REGULAR })
  const fonts = [REGULAR, BOLD].map((file) => {
    doc.font(file)
    // its types do not know the font that it reads
    return (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font.font
  })
  const isMissing = (one: string) => fonts.some((font) => !font.hasGlyphForCodePoint(one.codePointAt(0) as number))
  return [...new Set(tekst.normalize('NFC'))].filter((one) => !UNDRAWN.test(one) && isMissing(one))
}

/**
 * Returns a document of A4 to print, in Dutch, with the structure that a screen reader needs (PDF/UA).
 *
 * @param document.inhoud what a program reads instead of the pages: JSON, deflated and in base64url behind `inhoud.`, in the document information
 */
export async function writePdf({
  titel,
  auteur,
  op,
  blokken,
  inhoud,
}: {
  titel: string
  auteur: string
  op: Date
  inhoud?: object
  blokken: readonly Blok[]
}): Promise<Buffer> {
  const margins = Object.fromEntries(Object.entries(MARGIN).map(([side, mm]) => [side, mm * POINTS_PER_MM]))
  const doc = new PDFDocument({
    size: 'A4',
    margins: margins as { top: number; bottom: number; left: number; right: number },
    font: REGULAR,
    lang: 'nl-NL',
    pdfVersion: '1.7',
    // its types do not know it
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
  // The part of PDF/UA as text: as a number pdfkit takes it for that of PDF/A, and lists glyphs of the font, not all (PDF/UA-1, 7.21.4.2).
  Object.assign(doc, { subset: '1' })
  const root = doc.struct('Document')
  doc.addStructure(root)
  let koppen = 0
  for (const blok of blokken) {
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
  /** @param place gives each cell its place in the structure */
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
    // its types do not know the scope
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
      // again for the eye: a screen reader knows under which name a cell stands
      writeRow(names, (text) => asArtifact(doc, text))
      doc.font(REGULAR)
    }
    addRow(cells, 'TD')
  }
  table.end()
  doc.y += GAP
}

/** What is drawn and not read. */
function asArtifact(doc: PDFKit.PDFDocument, draw: () => void) {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}
