import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { type Bestandsfout, Bestandsweigering } from './bestandsfouten.ts'
import { FORMATEN, type Formaat } from './formaten.ts'

/** The number of bytes that file-type needs. */
const HEAD_BYTES = 4_100
const ZIP = Buffer.from('PK\u0003\u0004')
/** PDF readers search for the header this far; only blanks and a byte order mark may precede it. */
const PDF_WITHIN_BYTES = 1024
const NOT_TEXT = /(?![\t\n\f\r])\p{Cc}/u
/** Control characters below 0x80, which are the same in every encoding. */
const CONTROL = /(?![\t\n\f\r\x80-\x9f])\p{Cc}/u
const ARCHIVES: readonly string[] = [
  'application/zip',
  'application/gzip',
  'application/x-7z-compressed',
  'application/x-bzip2',
  'application/x-rar-compressed',
  'application/x-tar',
  'application/x-xz',
  'application/zstd',
]

/** The result of an inspection: size, SHA-256 in hex, and the format that the first bytes show. */
export type Inspection = { grootte: number; sha256: string; soort: Soort }
type Soort = { isZip: boolean; formaat: Formaat | undefined }

/**
 * Passes foreign bytes on while it inspects them, and throws a `Bestandsweigering` at the first byte that is
 * not allowed. Text is inspected to its end.
 *
 * @param options.seen called once all bytes were passed on
 */
export async function* inspectBytes(
  bytes: AsyncIterable<Uint8Array>,
  options: { maxBytes: number; tooMany: Bestandsfout; seen: (inspection: Inspection) => void },
): AsyncGenerator<Uint8Array> {
  const digest = createHash('sha256')
  let head = Buffer.alloc(0)
  let soort: Soort | undefined
  let text: TextCheck | undefined
  let grootte = 0
  async function lookAtHead() {
    soort = await recognise(head)
    if (soort.formaat === 'text/plain') text = createTextCheck()
    text?.add(head)
    return soort
  }
  for await (const part of bytes) {
    grootte += part.byteLength
    if (grootte > options.maxBytes) throw new Bestandsweigering(options.tooMany)
    digest.update(part)
    if (soort) {
      text?.add(part)
      yield part
      continue
    }
    head = Buffer.concat([head, part])
    if (head.byteLength < HEAD_BYTES) continue
    await lookAtHead()
    yield head
  }
  if (grootte === 0) throw new Bestandsweigering('bestand_empty')
  const found = soort ?? (await lookAtHead())
  text?.end()
  if (grootte === head.byteLength && head.byteLength < HEAD_BYTES) yield head
  options.seen({ grootte, sha256: digest.digest('hex'), soort: found })
}

async function recognise(head: Buffer): Promise<Soort> {
  const mime = await fileTypeFromBuffer(head).then(
    (type) => type?.mime as string | undefined,
    // the bytes end in the middle of a header
    () => undefined,
  )
  if (head.subarray(0, PDF_WITHIN_BYTES).toString().trimStart().startsWith('%PDF-')) {
    return { isZip: false, formaat: 'application/pdf' }
  }
  const isZip = head.subarray(0, ZIP.byteLength).equals(ZIP)
  const formaat = mime && mime in FORMATEN ? (mime as Formaat) : undefined
  if (formaat || isZip) return { isZip, formaat }
  if (mime && ARCHIVES.includes(mime)) throw new Bestandsweigering('archive_refused')
  // A browser may run HTML, SVG and XML.
  if (mime || head.toString().trimStart().startsWith('<')) throw new Bestandsweigering('type_not_allowed')
  return { isZip, formaat: 'text/plain' }
}

type TextCheck = ReturnType<typeof createTextCheck>

/** Bytes without a character in Windows-1252. */
const UNASSIGNED = /[\x81\x8d\x8f\x90\x9d]/
/**
 * Two bytes that are one character in UTF-8, and in Windows-1252 a capital followed by a sign that no word
 * has there.
 */
const OF_UTF8 = /[\xc3-\xdf][\x80-\xbf]/

/**
 * Accepts UTF-8, or Windows-1252, in which Dutch Excel saves a CSV: bytes that are no UTF-8 and contain no
 * character of it. The bytes are stored and served unchanged, without a charset, as files on a disk are.
 */
function createTextCheck() {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  let mayBe1252 = true
  function check(part?: Uint8Array) {
    const bytes = Buffer.from(part ?? []).toString('latin1')
    mayBe1252 &&= !UNASSIGNED.test(bytes) && !OF_UTF8.test(bytes)
    if (CONTROL.test(bytes)) throw new Bestandsweigering('type_not_allowed')
    if (isUtf8) isUtf8 = decodes(decoder, part)
    if (!isUtf8 && !mayBe1252) throw new Bestandsweigering('text_not_utf8')
  }
  return { add: (part: Uint8Array) => check(part), end: () => check() }
}

/** @throws Bestandsweigering when the decoded characters are no text */
function decodes(decoder: TextDecoder, part: Uint8Array | undefined): boolean {
  let text: string
  try {
    text = part ? decoder.decode(part, { stream: true }) : decoder.decode()
  } catch {
    return false
  }
  if (NOT_TEXT.test(text)) throw new Bestandsweigering('type_not_allowed')
  return true
}
