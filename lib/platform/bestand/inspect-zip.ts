import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Bestandsweigering } from './bestandsfouten.ts'
import { FORMATEN, type Formaat } from './formaten.ts'
import { type Judge, judgeContent, linkJudge, openDocumentJudge, wordJudge } from './judge-content.ts'
import { CONTENT_TYPES, isRelationships, judgeManifest, judgeOffice, MANIFEST, type Part } from './judge-office.ts'

/** The part of the end that is read at once: the zip directory is there, and most documents fit entirely. */
const TAIL_BYTES = 1024 * 1024
const MAX_ENTRIES = 5_000
/**
 * The limit of the total size when unpacked, in bytes; a drawing in an office document is an image that
 * compresses badly.
 */
const MAX_OPENED = 1024 ** 3
/**
 * The limit for the lists of types and relationships together. A document with thousands of links has a
 * megabyte of them.
 */
const MAX_READ = 8 * 1024 * 1024
const MAX_READ_ENTRIES = 1_000
/**
 * The limit for the total size of the parts whose content is judged: some million cells, which takes seconds.
 */
const MAX_CONTENT = 128 * 1024 * 1024
/** The names of macros in Word, Excel and LibreOffice; those with another name are found by their type. */
const MACROS = /(?:^|\/)(?:vbaproject\.bin$|basic\/|scripts\/)/
/** The parts of LibreOffice that hold a document, the objects in it, and the address of its template. */
const CONTENT = /(?:^|\/)(?:content|styles|meta)\.xml$/
/** The part of LibreOffice that holds the media type of the document. */
const MIMETYPE = 'mimetype'

type Read = (range: { start: number; end: number }) => AsyncIterable<Uint8Array>

/** Reads a zip whose end is in memory, and fetches the rest when needed. */
class Parts extends yauzl.RandomAccessReader {
  private readonly tail: Buffer
  private readonly from: number
  private readonly readRange: Read

  constructor(tail: Buffer, from: number, read: Read) {
    super()
    this.tail = tail
    this.from = from
    this.readRange = read
  }

  override _readStreamForRange(start: number, end: number): Readable {
    if (start < this.from) return Readable.from(this.readRange({ start, end }))
    return Readable.from([this.tail.subarray(start - this.from, end - this.from)])
  }
}

/**
 * Returns the format of the office document in a zip. Opens only the parts that determine it.
 *
 * @throws Bestandsweigering when something in it runs or loads, or it is no office document; also any error
 * of `read`
 */
export async function inspectZip({ grootte, read }: { grootte: number; read: Read }): Promise<Formaat> {
  let failure: unknown
  async function* reading(range: { start: number; end: number }) {
    try {
      yield* read(range)
    } catch (error) {
      failure = error
      throw error
    }
  }
  try {
    const from = Math.max(0, grootte - TAIL_BYTES)
    const parts = new Parts(await buffer(reading({ start: from, end: grootte })), from, reading)
    return await judge(await yauzl.fromRandomAccessReaderPromise(parts, grootte, { autoClose: false }))
  } catch (error) {
    // an error of our own store says nothing about the document
    if (failure) throw failure
    throw error instanceof Bestandsweigering ? error : new Bestandsweigering('document_damaged')
  }
}

async function judge(zip: ZipFile): Promise<Formaat> {
  const entries = await listEntries(zip)
  if ([...entries.keys()].some((naam) => MACROS.test(naam))) throw new Bestandsweigering('document_with_macros')
  const isOpenDocument = entries.has(MIMETYPE)
  if (!entries.has(CONTENT_TYPES)) return isOpenDocument ? judgeOpenDocument(zip, entries) : refuseArchive()
  // otherwise some readers would see a Microsoft document, and others one of LibreOffice
  if (isOpenDocument) throw new Bestandsweigering('document_damaged')
  const parts = await readParts(zip, entries, (naam) => naam === CONTENT_TYPES || isRelationships(naam))
  const { formaat, kindOf } = judgeOffice(parts)
  await judgeContents(zip, entries, (naam) => JUDGES[kindOf(naam) ?? 'none'])
  return formaat
}

async function judgeOpenDocument(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<Formaat> {
  const parts = await readParts(zip, entries, (naam) => naam === MIMETYPE || naam === MANIFEST)
  const bytesOf = (one: string) => parts.find(({ naam }) => naam === one)?.bytes
  const formaat = String(bytesOf(MIMETYPE))
  const manifest = bytesOf(MANIFEST)
  if (!(formaat in FORMATEN) || !entries.has('content.xml')) return refuseArchive()
  if (manifest) judgeManifest(manifest)
  await judgeContents(zip, entries, (naam) => (CONTENT.test(naam) ? openDocumentJudge : undefined))
  return formaat as Formaat
}

const JUDGES = { word: wordJudge, link: linkJudge, none: undefined }

async function judgeContents(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  judgeOf: (naam: string) => (() => Judge) | undefined,
) {
  let size = 0
  for (const [naam, entry] of entries) {
    const judge = judgeOf(naam)
    if (!judge) continue
    size += entry.uncompressedSize
    if (size > MAX_CONTENT) throw new Bestandsweigering('document_expands')
    await judgeContent(await open(zip, entry), judge())
  }
}

function refuseArchive(): never {
  throw new Bestandsweigering('archive_refused')
}

/**
 * Returns the entries by name in lower case, because readers of office documents ignore case, as some file
 * systems do.
 */
async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES) throw new Bestandsweigering('document_expands')
  const entries = new Map<string, Entry>()
  let opened = 0
  for await (const entry of zip.eachEntry()) {
    opened += entry.uncompressedSize
    if (entry.isEncrypted()) throw new Bestandsweigering('document_locked')
    if (opened > MAX_OPENED) throw new Bestandsweigering('document_expands')
    const naam = entry.fileName.toLowerCase()
    // otherwise one reader takes the first, another the last
    if (entries.has(naam)) throw new Bestandsweigering('document_damaged')
    entries.set(naam, entry)
  }
  return entries
}

async function readParts(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  isWanted: (naam: string) => boolean,
): Promise<Part[]> {
  const wanted = [...entries].filter(([naam]) => isWanted(naam))
  const size = wanted.reduce((sum, [, { uncompressedSize }]) => sum + uncompressedSize, 0)
  if (size > MAX_READ || wanted.length > MAX_READ_ENTRIES) throw new Bestandsweigering('document_expands')
  const parts: Part[] = []
  for (const [naam, entry] of wanted) {
    parts.push({ naam, bytes: await buffer(await open(zip, entry)) })
  }
  return parts
}

async function open(zip: ZipFile, entry: Entry): Promise<Readable> {
  // A reader that starts at the beginning uses the local name instead of the one in the directory.
  const { fileName } = await zip.readLocalFileHeaderPromise(entry)
  if (!fileName.equals(entry.fileNameRaw)) throw new Bestandsweigering('document_damaged')
  return zip.openReadStreamPromise(entry)
}
