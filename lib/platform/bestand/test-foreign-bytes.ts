import { gzipSync } from 'node:zlib'
import type { Bestandsfout } from './bestandsfouten.ts'
import type { Formaat } from './formaten.ts'
import { testZip } from './test-zip.ts'

const MIB = 1024 ** 2
/** The size limit of one test file, in MiB. */
export const TEST_MAX_MB = 3

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
const padded = (...start: (Buffer | string)[]) =>
  Buffer.concat([...start.map((each) => Buffer.from(each)), Buffer.alloc(6000, 7)])

const OPC = 'application/vnd.openxmlformats-officedocument'
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = (main: string, more = '') => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0" encoding="UTF-8"?><Types><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="${main}" ContentType="${OPC}.wordprocessingml.document.main+xml"/>${more}</Types>`,
})
const related = (name: string, ...all: [type: string, target: string, mode?: string][]) => ({
  name,
  content: `<Relationships>${all.map(([type, target, mode = 'Internal'], index) => `<Relationship Id="r${index}" Type="${RELATED}/${type}" Target="${target}" TargetMode="${mode}"/>`).join('')}</Relationships>`,
})
const ROOT = related('_rels/.rels', ['officeDocument', 'word/document.xml'])
const DOCX = [types('/word/document.xml'), ROOT, 'word/document.xml']
const XLSX_TYPES = `<Types><Override ContentType='${OPC}.spreadsheetml.sheet.main+xml' PartName='/xl/workbook.xml'/></Types>`
const XLSX = [
  { name: '[Content_Types].xml', content: XLSX_TYPES },
  related('_rels/.rels', ['officeDocument', '/xl/workbook.xml']),
  'xl/workbook.xml',
]
const DOCUMENT = 'word/_rels/document.xml.rels'
/** Returns a Word document with one more relationship of its main part. */
const docxWith = (type: string, target: string, mode = 'External') =>
  testZip([...DOCX, related(DOCUMENT, [type, target, mode])])
const CHARTED = [
  types(
    '/word/document.xml',
    `<Default Extension="xlsx" ContentType="${OPC}.spreadsheetml.sheet"/><Override PartName="/word/charts/chart1.xml" ContentType="${OPC}.drawingml.chart+xml"/>`,
  ),
  ROOT,
  'word/document.xml',
  'word/charts/chart1.xml',
  'word/embeddings/cijfers.xlsx',
]
const odf = (kind: string, content = 'x') => [
  { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}` },
  { name: 'content.xml', content },
  'META-INF/manifest.xml',
]
/** Returns a Word document with this content. */
const docxOf = (content: string) => testZip([...DOCX.slice(0, 2), { name: 'word/document.xml', content }])
const begin = '<w:fldChar w:fldCharType="begin"/>'
const end = '<w:fldChar w:fldCharType="end"/>'
const code = (text: string) => `<w:instrText xml:space="preserve">${text}</w:instrText>`
const field = (...pieces: string[]) => [begin, ...pieces.map(code), end].join('</w:r><w:r>')
/** Returns an Excel sheet with one more part of this type and content. */
const xlsxWith = (type: string, content: string) =>
  testZip([
    {
      name: '[Content_Types].xml',
      content: XLSX_TYPES.replace(
        '</',
        `<Override PartName="/xl/meer.xml" ContentType="${OPC}.spreadsheetml.${type}+xml"/></`,
      ),
    },
    ...XLSX.slice(1),
    { name: 'xl/meer.xml', content },
  ])

/** Accepted files: description, bytes, format, and the name that `tekening` becomes. */
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
  ...(
    [
      ['with links', docxWith('hyperlink', 'https://www.voorbeeld.nl/?a=1&amp;b=2')],
      ['made of a template on its own disk', docxWith('attachedTemplate', 'file:///C:\\Users\\J\\Brief.dotx')],
      ['with an image and a link to a sheet beside it', docxWith('image', 'media/kaart%201.png')],
      [
        'with a chart, which brings its numbers',
        testZip([...CHARTED, related('word/charts/_rels/chart1.xml.rels', ['package', '../embeddings/cijfers.xlsx'])]),
      ],
      [
        'with a table of contents, links with the names of fields, and a field in a field',
        docxOf(
          field(' TOC \\o "1-3" ') +
            field(' HYPERLINK "https://www.voorbeeld.nl/dde" ') +
            field(' PAGE ') +
            `${begin}${code(' IF ')}${field(' MERGEFIELD link ')}${code(' = 1 ')}${end}<w:t>DDE LINK database</w:t>` +
            '<w:fldSimple w:instr=" DATE "/><w:connectString w:val=""/>',
        ),
      ],
      [
        'whose main part has another name',
        testZip([types('/tekst.xml'), related('_rels/.rels', ['officeDocument', 'tekst.xml']), 'tekst.xml']),
      ],
    ] as const
  ).map(([what, bytes]): [string, Buffer, Formaat, string] => [
    `a text of Word ${what}`,
    bytes,
    `${OPC}.wordprocessingml.document`,
    'tekening.docx',
  ]),
  [
    'a sheet of Excel',
    testZip(XLSX),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'tekening.xlsx',
  ],
  [
    'a sheet of Excel with a link to another on its own disk',
    xlsxWith('externalLink', '<externalLink><externalBook r:id="rId1"/></externalLink>'),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'tekening.xlsx',
  ],
  ['a text of LibreOffice', testZip(odf('text')), 'application/vnd.oasis.opendocument.text', 'tekening.odt'],
  [
    'a text of LibreOffice with links, an image, a chart and a form',
    testZip(
      odf(
        'text',
        '<office:scripts/><text:a xlink:href="https://voorbeeld.nl"><draw:image xlink:href="Pictures/1.png"/></text:a><draw:object xlink:href="./Object 1"/><form:form xlink:href="https://voorbeeld.nl"/><draw:area-rectangle xlink:href="https://voorbeeld.nl"/><text:p>script dde-source</text:p>',
      ),
    ),
    'application/vnd.oasis.opendocument.text',
    'tekening.odt',
  ],
  [
    'a sheet of LibreOffice',
    testZip(odf('spreadsheet')),
    'application/vnd.oasis.opendocument.spreadsheet',
    'tekening.ods',
  ],
  ['a PDF behind blanks', padded(' \r\n\t%PDF-1.7\n'), 'application/pdf', 'tekening.pdf'],
  ['a PDF behind a byte order mark', padded('\uFEFF\n%PDF-1.4\n'), 'application/pdf', 'tekening.pdf'],
  [
    'a PDF behind as many blanks as readers allow',
    padded(' '.repeat(1000), '%PDF-1.4\n'),
    'application/pdf',
    'tekening.pdf',
  ],
  [
    'a list that Excel saved in Windows-1252',
    Buffer.from('naam;bedrag\r\nJos\xe9;\x80 10\r\n', 'latin1'),
    'text/plain',
    'tekening.txt',
  ],
  [
    'text in Windows-1252 that begins late',
    Buffer.from(`${'a'.repeat(9000)} caf\xe9 na\xefef`, 'latin1'),
    'text/plain',
    'tekening.txt',
  ],
  ['plain text', Buffer.from('Geachte heer,\r\n\tgraag één boom méér ☃\n'), 'text/plain', 'tekening.txt'],
  ['text with a byte order mark', Buffer.from('\uFEFFnaam;bedrag\n'), 'text/plain', 'tekening.txt'],
  ['text with characters across every part', Buffer.from('é'.repeat(5000)), 'text/plain', 'tekening.txt'],
  // No browser interprets the HTML, because the file is served as a PDF.
  ['a PDF that is HTML too', padded('%PDF-1.7\n<html><script>alert(1)</script>'), 'application/pdf', 'tekening.pdf'],
]

/** Refused files: description, bytes and the reason. */
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
  ['bytes of no kind that look like Windows-1252', Buffer.from('één \x81', 'latin1'), 'text_not_utf8'],
  ['text in UTF-8 with a character of Windows-1252', Buffer.from('\xc3\xa9\xe9n', 'latin1'), 'text_not_utf8'],
  ['HTML before a PDF', padded('<html> %PDF-1.7\n'), 'type_not_allowed'],
  ['text before a PDF', padded('a\n%PDF-1.7\n'), 'type_not_allowed'],
  ['a zip before a PDF', Buffer.concat([testZip(['x']), Buffer.from('%PDF-1.7\n')]), 'document_damaged'],
  ['a PDF behind more blanks than readers allow', padded(' '.repeat(1100), '%PDF-1.4\n'), 'type_not_allowed'],
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
  [
    'Word with a macro under another name',
    testZip([
      types(
        '/word/document.xml',
        '<Override PartName="/word/x.xml" ContentType="application/vnd.ms-office.vbaProject"/>',
      ),
      ...DOCX.slice(1),
      'word/x.xml',
    ]),
    'document_with_macros',
  ],
  ['Word with a relationship to a macro', docxWith('vbaProject', 'foto.png', 'Internal'), 'document_with_macros'],
  [
    'Word with macros by its main part',
    testZip([
      {
        name: '[Content_Types].xml',
        content:
          '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.&#109;acroEnabled.main+xml"/></Types>',
      },
      ...DOCX.slice(1),
    ]),
    'document_with_macros',
  ],
  ...(
    [
      ['a template of another address', 'attachedTemplate', 'https://voorbeeld.nl/x.dotm'],
      ['a template on the network', 'attachedTemplate', '\\\\10.0.0.1\\deel\\x.dotx'],
      ['a template on the network, as an address', 'attachedTemplate', 'file://10.0.0.1/deel/x.dotx'],
      ['a template on the network, with four slashes', 'attachedTemplate', 'file:////10.0.0.1/x.dotx'],
      ['an address that is escaped', 'attachedTemplate', '&#104;ttps://voorbeeld.nl/x.dotm'],
      ['an image of another address', 'image', 'http://voorbeeld.nl/pixel.png'],
      ['a sheet of another address', 'externalLinkPath', 'https://voorbeeld.nl/x.xlsx'],
    ] as const
  ).map(([what, type, target]): [string, Buffer, Bestandsfout] => [
    `Word that loads ${what}`,
    docxWith(type, target),
    'document_loads_remote',
  ]),
  ...(['oleObject', 'package', 'control', 'aFChunk', 'subDocument', 'frame'] as const).map(
    (type): [string, Buffer, Bestandsfout] => [
      `Word with a part that is ${type}`,
      docxWith(type, 'embeddings/x.bin', 'Internal'),
      'document_with_objects',
    ],
  ),
  ['Word with a part of another address', docxWith('oleObject', 'https://voorbeeld.nl/x'), 'document_with_objects'],
  [
    'Word whose relationships are written with another case and in quotes with a bracket',
    testZip([
      ...DOCX,
      {
        name: 'word/_RELS/document.xml.RELS',
        content: `<r:Relationships xmlns:r="x"><r:Relationship Note="a>b" TargetMode = 'External' Target='//voorbeeld.nl/x' Type='${RELATED}/attachedTemplate'></r:Relationship></r:Relationships>`,
      },
    ]),
    'document_loads_remote',
  ],
  [
    'Word with entities of its own',
    testZip([...DOCX, { name: DOCUMENT, content: '<!DOCTYPE x [<!ENTITY a "b">]><Relationships/>' }]),
    'document_damaged',
  ],
  [
    'Word with types in UTF-16',
    testZip([{ name: '[Content_Types].xml', content: Buffer.from('<Types/>', 'utf16le') }, ...DOCX.slice(1)]),
    'document_damaged',
  ],
  ['Word with two parts of one name', testZip([...DOCX, 'word/x.xml', 'word/X.xml']), 'document_damaged'],
  [
    'Word with a list that has other names than what stands there',
    testZip([...DOCX, { ...related(DOCUMENT), localName: DOCUMENT.replace('rels/d', 'rels/D') }]),
    'document_damaged',
  ],
  [
    'Word with more relationships than a person makes',
    testZip([...DOCX, { name: DOCUMENT, content: Buffer.alloc(9 * MIB, ' ') }]),
    'document_expands',
  ],
  [
    'a presentation',
    testZip([types('/ppt/presentation.xml'), related('_rels/.rels', ['officeDocument', 'ppt/x.xml'])]),
    'type_not_allowed',
  ],
  ['a document of both makers', testZip([...odf('text'), ...DOCX]), 'document_damaged'],
  [
    'LibreOffice that a password closes',
    testZip([
      ...odf('text').slice(0, 2),
      { name: 'META-INF/manifest.xml', content: '<m:file-entry><m:encryption-data/></m:file-entry>' },
    ]),
    'document_locked',
  ],
  [
    'LibreOffice with an object of OLE',
    testZip([
      ...odf('text').slice(0, 2),
      { name: 'META-INF/manifest.xml', content: '<m:file-entry m:media-type="application/vnd.sun.star.oleobject"/>' },
    ]),
    'document_with_objects',
  ],
  ...(
    [
      ['DDEAUTO', docxOf(field(' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k" '))],
      ['DDE in pieces', docxOf(field(' ', 'D', 'd', 'e &#34;cmd&#34;'))],
      ['DDE in escaped characters', docxOf(field('&#68;&#x44;E cmd'))],
      ['DDE behind an attribute with a bracket', docxOf(`${begin}<w:instrText a="x>y">DDE x</w:instrText>${end}`)],
      ['DDE in a simple field', docxOf('<w:fldSimple w:instr="&quot;DDE&quot; cmd"/>')],
      ['DDE in deleted text', docxOf(`${begin}<w:delInstrText>DDE x</w:delInstrText>${end}`)],
      ['DDE without an end', docxOf(begin + code('DDEAUTO x'))],
      ['a field whose name another makes', docxOf(`${begin}${field(' QUOTE 68 68 69 ')}${code(' cmd')}${end}`)],
      ['a link to cells of a sheet', docxOf(field(' LINK Excel.Sheet.12 "C:\\\\x.xlsx" \\a \\r '))],
      ['a table of a database', docxOf(field(' DATABASE \\c "DSN=x" '))],
      ['the text of another file', docxOf(field(' INCLUDETEXT "\\\\\\\\10.0.0.1\\\\x.docx" '))],
    ] as const
  ).map(([what, bytes]): [string, Buffer, Bestandsfout] => [`Word with ${what}`, bytes, 'document_with_objects']),
  [
    'Word with a comment in a field',
    docxOf(`${begin}<w:instrText>D<!-- -->DE x</w:instrText>${end}`),
    'document_damaged',
  ],
  [
    'Word with short instructions in a field',
    docxOf(`${begin}<w:instrText>D<?a?>D<?a?>E x</w:instrText>${end}`),
    'document_damaged',
  ],
  [
    'Word with DDE in its header',
    testZip([
      types(
        '/word/document.xml',
        `<Override PartName="/word/kop.xml" ContentType="${OPC}.wordprocessingml.header+xml"/>`,
      ),
      ...DOCX.slice(1),
      { name: 'word/Kop.xml', content: field('DDE x') },
    ]),
    'document_with_objects',
  ],
  ['Word with a connection to a database', docxOf('<w:connectString w:val="Provider=x"/>'), 'document_loads_remote'],
  ['Word with text in UTF-16', docxOf('<?xml version="1.0" encoding="UTF-16"?><w:document/>'), 'document_damaged'],
  [
    'Word with entities of its own in its text',
    docxOf('<!DOCTYPE x [<!ENTITY a "DDE">]><w:document/>'),
    'document_damaged',
  ],
  ['Word whose text has no end', docxOf(`<w:t>${'a'.repeat(2 * MIB)}`), 'document_expands'],
  ['Excel with a connection', xlsxWith('connections', '<connections/>'), 'document_loads_remote'],
  ['Excel with a query of a web page', xlsxWith('queryTable', '<queryTable/>'), 'document_loads_remote'],
  [
    'Excel with a connection by its relationship',
    testZip([...XLSX, related('xl/_rels/workbook.xml.rels', ['connections', 'x.xml'])]),
    'document_loads_remote',
  ],
  [
    'Excel with DDE',
    xlsxWith('externalLink', '<ddeLink ddeService="cmd" ddeTopic="/c calc"/>'),
    'document_with_objects',
  ],
  ['Excel with a link of OLE', xlsxWith('externalLink', '<x:oleLink progId="x"/>'), 'document_with_objects'],
  ...(
    [
      ['<office:script script:language="ooo:Basic"/>', 'document_with_macros'],
      ['<script:event-listener xlink:href="vnd.sun.star.script:x"/>', 'document_with_macros'],
      ['<office:dde-source office:dde-application="cmd"/>', 'document_with_objects'],
      ['<text:dde-connection-decl office:dde-topic="x"/>', 'document_with_objects'],
      ['<draw:plugin xlink:href="film.mp4"/>', 'document_with_objects'],
      ['<draw:object xlink:href="../ander.ods"/>', 'document_with_objects'],
      ['<draw:object xlink:href="http://voorbeeld.nl/x.ods"/>', 'document_with_objects'],
      ['<draw:image xlink:href="https://voorbeeld.nl/pixel.png"/>', 'document_loads_remote'],
      ['<text:section-source xlink:href="//10.0.0.1/x.odt"/>', 'document_loads_remote'],
      ["<table:table-source x:href = '&#104;ttp://voorbeeld.nl/x.ods'/>", 'document_loads_remote'],
      ['<table:database-source-sql table:sql-statement="select"/>', 'document_loads_remote'],
    ] as const
  ).map(([content, fout]): [string, Buffer, Bestandsfout] => [
    `LibreOffice with ${content}`,
    testZip(odf('spreadsheet', content)),
    fout,
  ]),
  [
    'LibreOffice that was made of a template of another address',
    testZip([...odf('text'), { name: 'meta.xml', content: '<meta:template xlink:href="http://voorbeeld.nl/x.ott"/>' }]),
    'document_loads_remote',
  ],
  [
    'LibreOffice with an object that loads an image',
    testZip([
      ...odf('text'),
      { name: 'Object 1/content.xml', content: '<draw:image xlink:href="http://x.nl/1.png"/>' },
    ]),
    'document_loads_remote',
  ],
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
