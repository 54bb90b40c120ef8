import { gzipSync } from 'node:zlib'
import type { Bestandsfout } from './bestandsfouten.ts'
import type { Formaat } from './formaten.ts'
import { testZip } from './test-zip.ts'

const MIB = 1024 ** 2
/** How large one of them may be, in MiB. */
export const TEST_MAX_MB = 3

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
const padded = (...start: (Buffer | string)[]) =>
  Buffer.concat([...start.map((each) => Buffer.from(each)), Buffer.alloc(6000, 7)])
const DOCX = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml']
const odf = (kind: string) => [
  { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}` },
  'content.xml',
  'META-INF/manifest.xml',
]

/** What is taken in, by its bytes, and how it is called when it was `tekening`. */
export const TAKEN: [string, Buffer, Formaat, string][] = [
  ['a PDF', padded('%PDF-1.7\n'), 'application/pdf', 'tekening.pdf'],
  ['a PDF of some bytes', Buffer.from('%PDF-1.7\n%%EOF'), 'application/pdf', 'tekening.pdf'],
  [
    'a PNG',
    padded(hex('89504e470d0a1a0a 0000000d49484452 0000000100000001 0802000000 907753de 0000000a49444154')),
    'image/png',
    'tekening.png',
  ],
  ['a photo of most phones', padded(hex('ffd8ffe000104a464946')), 'image/jpeg', 'tekening.jpg'],
  [
    'a photo of an iPhone',
    padded(hex('00000018'), 'ftypheic', hex('00000000'), 'mif1heic'),
    'image/heic',
    'tekening.heic',
  ],
  ['a WebP', padded('RIFF', hex('70170000'), 'WEBPVP8 '), 'image/webp', 'tekening.webp'],
  [
    'a text of Word',
    testZip(DOCX),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'tekening.docx',
  ],
  [
    'one whose list of types stands last, behind images',
    testZip([{ name: 'word/media/image1.png', content: Buffer.alloc(9000, 9) }, ...DOCX.toReversed()]),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'tekening.docx',
  ],
  [
    'a sheet of Excel',
    testZip(['[Content_Types].xml', 'xl/workbook.xml']),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'tekening.xlsx',
  ],
  ['a text of LibreOffice', testZip(odf('text')), 'application/vnd.oasis.opendocument.text', 'tekening.odt'],
  [
    'a sheet of LibreOffice',
    testZip(odf('spreadsheet')),
    'application/vnd.oasis.opendocument.spreadsheet',
    'tekening.ods',
  ],
  ['plain text', Buffer.from('Geachte heer,\r\n\tgraag één boom méér ☃\n'), 'text/plain', 'tekening.txt'],
  ['text with a byte order mark', Buffer.from('\uFEFFnaam;bedrag\n'), 'text/plain', 'tekening.txt'],
  ['text with characters across every part', Buffer.from('é'.repeat(5000)), 'text/plain', 'tekening.txt'],
  // What it would say to a reader of HTML, nobody reads: it is given out as a PDF.
  ['a PDF that is HTML too', padded('%PDF-1.7\n<html><script>alert(1)</script>'), 'application/pdf', 'tekening.pdf'],
]

/** What is not, and why. */
export const REFUSED: [string, Buffer, Bestandsfout][] = [
  ['nothing', Buffer.alloc(0), 'bestand_empty'],
  ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'type_not_allowed'],
  ['HTML behind spaces and a mark', Buffer.from('\uFEFF \n\t<html>'), 'type_not_allowed'],
  ['HTML that holds a PDF', Buffer.from('<html><!-- %PDF-1.7 -->'), 'type_not_allowed'],
  [
    'SVG with a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'type_not_allowed',
  ],
  ['XML', Buffer.from('<?xml version="1.0"?><x/>'), 'type_not_allowed'],
  ['a program of Windows', padded('MZ', hex('9000')), 'type_not_allowed'],
  ['a program of Linux', padded(hex('7f454c460201')), 'type_not_allowed'],
  ['a film', padded(hex('00000018'), 'ftypisom', hex('00000200'), 'isomiso2'), 'type_not_allowed'],
  ['an old office document, which may hold macros', padded(hex('d0cf11e0a1b11ae1')), 'type_not_allowed'],
  ['bytes of no kind', Buffer.alloc(9000, 1), 'type_not_allowed'],
  ['text with a zero byte at its end', Buffer.from(`${'a'.repeat(9000)}\0`), 'type_not_allowed'],
  ['text in Latin-1', Buffer.from('één', 'latin1'), 'text_not_utf8'],
  ['text that ends within a character', Buffer.from('é'.repeat(5000)).subarray(0, -1), 'text_not_utf8'],
  ['a zip', testZip(['tekening.pdf']), 'archive_refused'],
  ['a zip with a text of Word in it, and no list of types', testZip(['x', 'word/document.xml']), 'archive_refused'],
  ['an app for Android', testZip(['AndroidManifest.xml', 'classes.dex']), 'archive_refused'],
  ['gzip', gzipSync(Buffer.from('x'.repeat(9000))), 'archive_refused'],
  ['7z', padded(hex('377abcaf271c')), 'archive_refused'],
  ['rar', padded(hex('526172211a0700')), 'archive_refused'],
  [
    'tar',
    (() => {
      const bytes = Buffer.alloc(10_240)
      bytes.write('ustar\x0000', 257)
      return bytes
    })(),
    'archive_refused',
  ],
  ['Word with a macro', testZip([...DOCX, 'word/vbaProject.bin']), 'document_with_macros'],
  ['LibreOffice with a macro', testZip([...odf('text'), 'Basic/Standard/script.xml']), 'document_with_macros'],
  ['Word that a password closes', testZip([...DOCX, { name: 'word/x.xml', isEncrypted: true }]), 'document_locked'],
  [
    'a zip bomb that looks like Word',
    testZip([...DOCX, { name: 'word/x.xml', claimedSize: 2 ** 31 }]),
    'document_expands',
  ],
  [
    'Word of more parts than a person makes',
    testZip([...DOCX, ...Array.from({ length: 5000 }, (_, index) => `word/${index}`)]),
    'document_expands',
  ],
  ['Word that ends too early', testZip(DOCX).subarray(0, -30), 'document_damaged'],
  ['Word whose list is elsewhere', Buffer.concat([testZip(DOCX).subarray(0, -4), hex('ffffff00')]), 'document_damaged'],
  ['more than a bestand may have', padded('%PDF-1.7\n', Buffer.alloc(TEST_MAX_MB * MIB)), 'bestand_too_large'],
]
