import { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { Bestandsweigering } from './bestandsfouten.ts'
import { FORMATEN, type Formaat } from './formaten.ts'

/** How much of the end is read: the list of what is in it stands there. */
export const TAIL_BYTES = 1024 * 1024
const MAX_ENTRIES = 5_000
/** What all of it may be when opened, in bytes; a drawing in an office document is an image that packs badly. */
const MAX_OPENED = 1024 ** 3
/** Of Word and Excel, and of LibreOffice. */
const MACROS = /(?:^|\/)(?:vbaProject\.bin$|Basic\/|Scripts\/)/i

/** The end of a zip, and that alone. */
class Tail extends yauzl.RandomAccessReader {
  private readonly bytes: Buffer
  private readonly from: number

  constructor(bytes: Buffer, from: number) {
    super()
    this.bytes = bytes
    this.from = from
  }

  override _readStreamForRange(start: number, end: number): Readable {
    if (start < this.from) throw new Bestandsweigering('document_damaged')
    return Readable.from([this.bytes.subarray(start - this.from, end - this.from)])
  }
}

/**
 * Which office document a zip is, by the list at its end. Nothing of it is opened.
 *
 * @param options.formaat what its first bytes said, if anything
 * @param options.tail its last bytes, TAIL_BYTES of them or all
 */
export async function inspectZip(options: {
  formaat: Formaat | undefined
  grootte: number
  tail: Buffer
}): Promise<Formaat> {
  const names = await listEntries(options.grootte, options.tail).catch((error) => {
    throw error instanceof Bestandsweigering ? error : new Bestandsweigering('document_damaged')
  })
  if ([...names].some((name) => MACROS.test(name))) throw new Bestandsweigering('document_with_macros')
  const fitting = Object.keys(FORMATEN).filter((formaat): formaat is Formaat => {
    const entries = entriesOf(formaat as Formaat)
    return entries.length > 0 && entries.every((name) => names.has(name))
  })
  // Texts and spreadsheets of OpenDocument hold the same names: their first bytes say which.
  const found = fitting.find((formaat) => formaat === options.formaat || fitting.length === 1)
  if (!found) throw new Bestandsweigering('archive_refused')
  return found
}

function entriesOf(formaat: Formaat): readonly string[] {
  const each = FORMATEN[formaat]
  return 'entries' in each ? each.entries : []
}

async function listEntries(grootte: number, tail: Buffer): Promise<Set<string>> {
  const zip = await yauzl.fromRandomAccessReaderPromise(new Tail(tail, grootte - tail.byteLength), grootte)
  if (zip.entryCount > MAX_ENTRIES) throw new Bestandsweigering('document_expands')
  const names = new Set<string>()
  let opened = 0
  for await (const entry of zip.eachEntry()) {
    opened += entry.uncompressedSize
    if (entry.isEncrypted()) throw new Bestandsweigering('document_locked')
    if (opened > MAX_OPENED) throw new Bestandsweigering('document_expands')
    names.add(entry.fileName)
  }
  return names
}
