import { posix } from 'node:path'
import { Bestandsweigering } from './bestandsfouten.ts'
import { FORMATEN, type Formaat } from './formaten.ts'

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
export const OTHER_ENCODING = /^<\?xml[^>]{0,100}encoding\s{0,9}=\s{0,9}["'](?!utf-8["'])/i

const MACRO_TYPE = /vbaproject|vbadata|macro/i
const OBJECT_TYPE = /activex|oleobject/i
/** Macros of Word and Excel, by the last part of the relationship type. */
const MACROS = ['vbaProject', 'wordVbaData', 'xlMacrosheet', 'xlIntlMacrosheet', 'attachedToolbars']
/**
 * Other files and programs that a reader opens together with the document: OLE, ActiveX, and documents that
 * become a part of this one.
 */
const OBJECTS = ['oleObject', 'control', 'activeXControlBinary', 'package', 'aFChunk', 'subDocument', 'frame']
/** Excel's connections to databases and web pages, and the tables filled from them. */
const CONNECTIONS = ['connections', 'queryTable']
const CONNECTION_TYPE = /spreadsheetml\.(?:connections|queryTable)\+xml/i
/**
 * Types of the parts whose content is judged: any part of Word, because of its fields, and links of Excel.
 */
const WORD_TYPE = /wordprocessingml\./i
const LINK_TYPE = /spreadsheetml\.externalLink\+xml/i
/** A chart of Word embeds a sheet with its numbers, which Office opens as one without macros. */
const CHART = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/**
 * An address on the recipient's own disk, where the sender controls nothing; `file://server` and `\\server`
 * are network addresses.
 */
const LOCAL = /^(?:file:\/\/\/(?![/\\%])|[a-z]:[/\\]|(?![/\\%]|[a-z][a-z\d+.-]{1,30}:))/i
/** Characters that address parsers ignore. */
const LEFT_OUT = /[\s\p{Cc}]/gu
export const isRemote = (target: string) => !LOCAL.test(target.replace(LEFT_OUT, ''))

/** `text` is the text between the tag and the next one. */
type Element = { naam: string; of: Record<string, string | undefined>; text: string }

/**
 * Returns the elements of XML with their attributes, without prefixes. It returns at least the elements that
 * an XML parser finds, and also those in comments. Without a DTD the only entities are the five predefined
 * ones and numbers.
 *
 * @throws Bestandsweigering with a DTD or in another encoding than UTF-8
 */
function elementsOf(bytes: Uint8Array): Element[] {
  const xml = decodeUtf8(bytes)
  if (/<!DOCTYPE/i.test(xml) || xml.includes('\0') || OTHER_ENCODING.test(xml)) {
    throw new Bestandsweigering('document_damaged')
  }
  // An attribute value cannot contain `<`, so each one starts a tag, or at worst is read as a surplus tag.
  return xml.split('<').map(readTag)
}

/**
 * Reads each character once. Text behind the tag that looks like an attribute cannot replace an attribute of
 * the tag.
 */
export function readTag(tag: string): Element {
  const of: Element['of'] = {}
  let from = 0
  let text = tag.indexOf('>')
  for (let equals = tag.indexOf('='); equals >= 0; equals = tag.indexOf('=', from)) {
    const name = tag.slice(from, equals).trimEnd().split(/\s/).at(-1) ?? ''
    from = equals + 1
    while (/\s/.test(tag[from] ?? '')) from += 1
    const quote = tag[from]
    if (quote !== '"' && quote !== "'") continue
    const start = from + 1
    const end = tag.indexOf(quote, start)
    if (end < 0) break
    of[bare(name)] ??= unescaped(tag.slice(start, end))
    from = end + 1
    if (text > start && text < end) text = tag.indexOf('>', end)
  }
  return { naam: nameOf(tag), of, text: text < 0 ? '' : tag.slice(text + 1) }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Bestandsweigering('document_damaged')
  }
}

const bare = (name: string) => name.slice(name.lastIndexOf(':') + 1)
/** Returns the name of a tag; empty for an end tag. */
export const nameOf = (tag: string) => bare(tag.split(/[\s/>]/, 1)[0] ?? '')

export const unescaped = (text: string) =>
  text.replaceAll(REFERENCE, (whole, decimal, hex, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole
    const code = Number.parseInt(decimal ?? hex, decimal ? 10 : 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

export type Part = { naam: string; bytes: Buffer }

export const CONTENT_TYPES = '[content_types].xml'
export const isRelationships = (naam: string) => /(?:^|\/)_rels$/.test(posix.dirname(naam)) && naam.endsWith('.rels')
/** The relationships of the package: readers find the main part through them. */
const ROOT = '_rels/.rels'

/**
 * Returns which Microsoft document it is, by the type of its main part, and which parts need their content
 * judged. Readers use types and relationships as well: names of parts are arbitrary.
 *
 * @param parts its list of types and all of its relationships, with names in lower case
 * @throws Bestandsweigering when something in it runs or loads
 */
export function judgeOffice(parts: readonly Part[]): {
  formaat: Formaat
  kindOf(part: string): 'word' | 'link' | undefined
} {
  const types = elementsOf(parts.find(({ naam }) => naam === CONTENT_TYPES)?.bytes ?? Buffer.alloc(0)).map(
    ({ of }) => of,
  )
  if (types.some(({ ContentType = '' }) => MACRO_TYPE.test(ContentType))) {
    throw new Bestandsweigering('document_with_macros')
  }
  if (types.some(({ ContentType = '' }) => OBJECT_TYPE.test(ContentType))) {
    throw new Bestandsweigering('document_with_objects')
  }
  if (types.some(({ ContentType = '' }) => CONNECTION_TYPE.test(ContentType))) {
    throw new Bestandsweigering('document_loads_remote')
  }
  const byPart = new Map(types.map(({ PartName = '', ContentType }) => [PartName.toLowerCase(), ContentType]))
  const byExtension = new Map(types.map(({ Extension = '', ContentType }) => [Extension.toLowerCase(), ContentType]))
  const typeOf = (part: string) => byPart.get(part) ?? byExtension.get(posix.extname(part).slice(1))

  let main: string | undefined
  for (const { naam, bytes } of parts) {
    if (!isRelationships(naam)) continue
    const folder = posix.resolve('/', posix.dirname(naam), '..')
    const isOfChart = typeOf(posix.join(folder, posix.basename(naam, '.rels'))) === CHART
    for (const { naam: element, of } of elementsOf(bytes)) {
      if (element !== 'Relationship') continue
      const { Type = '', Target = '', TargetMode = '' } = of
      const kind = Type.slice(Type.lastIndexOf('/') + 1)
      const target = posix.resolve(folder, Target).toLowerCase()
      const isExternal = TargetMode.toLowerCase() === 'external'
      if (MACROS.includes(kind)) throw new Bestandsweigering('document_with_macros')
      if (OBJECTS.includes(kind) && !(isOfChart && !isExternal && typeOf(target) === SHEET)) {
        throw new Bestandsweigering('document_with_objects')
      }
      if (CONNECTIONS.includes(kind) || (isExternal && kind !== 'hyperlink' && isRemote(Target))) {
        throw new Bestandsweigering('document_loads_remote')
      }
      if (naam === ROOT && kind === 'officeDocument') main = typeOf(target)
    }
  }
  const found = Object.keys(FORMATEN).find((formaat) => main === `${formaat}.main+xml`)
  if (!found) throw new Bestandsweigering('type_not_allowed')
  return {
    formaat: found as Formaat,
    kindOf(part) {
      const type = typeOf(`/${part}`) ?? ''
      return WORD_TYPE.test(type) ? 'word' : LINK_TYPE.test(type) ? 'link' : undefined
    },
  }
}

/** The list of parts of a LibreOffice document. */
export const MANIFEST = 'meta-inf/manifest.xml'

/**
 * @throws Bestandsweigering for a document with a password, which its zip does not show, or with an OLE
 * object
 */
export function judgeManifest(bytes: Uint8Array): void {
  const elements = elementsOf(bytes)
  if (elements.some(({ naam }) => naam === 'encryption-data')) throw new Bestandsweigering('document_locked')
  if (elements.some(({ of }) => OBJECT_TYPE.test(of['media-type'] ?? ''))) {
    throw new Bestandsweigering('document_with_objects')
  }
}
