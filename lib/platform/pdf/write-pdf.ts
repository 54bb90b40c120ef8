import { join } from 'node:path'
import PDFDocument from 'pdfkit'

/** In millimetres. */
const MARGIN = { top: 20, bottom: 20, left: 25, right: 25 }
/** Where the window of a Dutch envelope begins (NEN 1026), from the top of the page. */
const WINDOW_TOP = 50
const POINTS_PER_MM = 72 / 25.4
const SIZE = { text: 11, kop: 14 }
const GAP = 9

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

/** A document of A4 to print, in Dutch, with the structure that a screen reader needs (PDF/UA). */
export async function writePdf({
  titel,
  auteur,
  op,
  blokken,
}: {
  titel: string
  auteur: string
  op: Date
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
    info: { Title: titel, Author: auteur, CreationDate: op },
  })
  const root = doc.struct('Document')
  doc.addStructure(root)
  let koppen = 0
  for (const blok of blokken) {
    if (blok.soort === 'kop') koppen += 1
    root.add(structureOf(doc, blok, koppen))
  }
  root.end()
  doc.end()
  const chunks: Buffer[] = []
  for await (const chunk of doc) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function structureOf(doc: PDFKit.PDFDocument, blok: Blok, koppen: number): PDFKit.PDFStructureElement {
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
