import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { type Bestandsfout, Bestandsweigering } from './bestandsfouten.ts'
import { FORMATEN, type Formaat } from './formaten.ts'

/** What file-type wants to see. */
const HEAD_BYTES = 4_100
const ZIP = Buffer.from('PK\u0003\u0004')
const NOT_TEXT = /(?![\t\n\f\r])\p{Cc}/u
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

/** What was seen of bytes that went by: how many, their SHA-256 in hex, and what the first of them say that they are. */
export type Inspection = { grootte: number; sha256: string; soort: Soort }
type Soort = { isZip: boolean; formaat: Formaat | undefined }

/**
 * Lets foreign bytes through while it looks at them, and stops with a `Bestandsweigering` at the first byte that may not be. Text is
 * looked at to its end.
 *
 * @param options.seen is told once all went through
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
    // what ends in the middle of a header
    () => undefined,
  )
  const isZip = head.subarray(0, ZIP.byteLength).equals(ZIP)
  const formaat = mime && mime in FORMATEN ? (mime as Formaat) : undefined
  if (formaat || isZip) return { isZip, formaat }
  if (mime && ARCHIVES.includes(mime)) throw new Bestandsweigering('archive_refused')
  // HTML, SVG and XML run in a browser that takes them for what they are.
  if (mime || head.toString().trimStart().startsWith('<')) throw new Bestandsweigering('type_not_allowed')
  return { isZip, formaat: 'text/plain' }
}

type TextCheck = ReturnType<typeof createTextCheck>

function createTextCheck() {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  function check(part?: Uint8Array) {
    try {
      if (!NOT_TEXT.test(part ? decoder.decode(part, { stream: true }) : decoder.decode())) return
    } catch {
      throw new Bestandsweigering('text_not_utf8')
    }
    throw new Bestandsweigering('type_not_allowed')
  }
  return { add: (part: Uint8Array) => check(part), end: () => check() }
}
