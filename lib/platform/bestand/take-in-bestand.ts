import type { Clock } from '../clock.ts'
import { MINUTE_MS } from '../durations.ts'
import type { ObjectStore } from '../objects/object-store.ts'
import { seal, unseal } from '../objects/seal.ts'
import { type Bestandsfout, Bestandsweigering } from './bestandsfouten.ts'
import { cleanNaam } from './clean-naam.ts'
import type { Formaat } from './formaten.ts'
import { type Inspection, inspectBytes } from './inspect-bytes.ts'
import { inspectZip } from './inspect-zip.ts'

/** The place of the bytes, and the key of 32 bytes that encrypts only them. */
type Place = { store: ObjectStore; id: string; key: Uint8Array }

/** An upload that received no byte for this long has ended: its process was killed. */
export const STALLED_MS = MINUTE_MS
/** Several reports fit in STALLED_MS, because one may be lost. */
const REPORT_MS = STALLED_MS / 4

/** @property report records a few times a minute that bytes arrive */
type Progress = { clock: Clock; report(at: Date): Promise<unknown> }

export type ForeignFile = {
  /** the name that the client sent */
  naam: string
  bytes: AsyncIterable<Uint8Array>
  /** the announced size in bytes, if known */
  grootte?: number
}

/** The properties of a stored file, found in its bytes; its name is cleaned. */
export type TakenBestand = { naam: string; formaat: Formaat; grootte: number; sha256: string }

/**
 * Encrypts foreign bytes into a store while they arrive, and returns their properties once they are durable.
 *
 * @throws Bestandsweigering when they are not allowed; the caller then removes the stored object
 */
export async function takeInBestand(
  place: Place & Progress,
  { naam, bytes, grootte: announced, ...limit }: ForeignFile & { maxBytes: number; tooMany: Bestandsfout },
): Promise<TakenBestand> {
  if ((announced ?? 1) > limit.maxBytes) throw new Bestandsweigering(limit.tooMany)
  let seen: Inspection | undefined
  const looked = inspectBytes(reported(bytes, place), {
    ...limit,
    seen(inspection) {
      seen = inspection
    },
  })
  await place.store.write(place.id, seal(place.key, looked))
  const { grootte, sha256, soort } = seen as unknown as Inspection
  if (grootte !== (announced ?? grootte)) throw new Bestandsweigering('size_differs')
  const formaat = soort.isZip ? await formaatOfZip(place, grootte) : (soort.formaat as Formaat)
  return { naam: cleanNaam(naam, formaat), formaat, grootte, sha256 }
}

function formaatOfZip({ store, id, key }: Place, grootte: number): Promise<Formaat> {
  return inspectZip({
    grootte,
    read: (range) => unseal(key, { size: grootte, range, read: (part) => store.read(id, part) }),
  })
}

async function* reported(bytes: AsyncIterable<Uint8Array>, { clock, report }: Progress) {
  let reportedMs = clock().getTime()
  for await (const part of bytes) {
    const now = clock()
    if (now.getTime() - reportedMs >= REPORT_MS) {
      reportedMs = now.getTime()
      // A failed report must not fail the upload.
      await report(now).catch(() => {})
    }
    yield part
  }
}
