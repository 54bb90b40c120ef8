import type { Clock } from '../clock.ts'
import { MINUTE_MS } from '../durations.ts'
import type { ObjectStore } from '../objects/object-store.ts'
import { seal, unseal } from '../objects/seal.ts'
import { type Bestandsfout, Bestandsweigering } from './bestandsfouten.ts'
import { cleanNaam } from './clean-naam.ts'
import type { Formaat } from './formaten.ts'
import { type Inspection, inspectBytes } from './inspect-bytes.ts'
import { inspectZip } from './inspect-zip.ts'

/** Where its bytes go, and the key of 32 bytes that seals them and nothing else. */
type Place = { store: ObjectStore; id: string; key: Uint8Array }

/** A bestand of which no byte came for so long is no longer under way: its process was killed. */
export const STALLED_MS = MINUTE_MS
/** A report may be lost. */
const REPORT_MS = STALLED_MS / 4

/** @property report writes down that bytes come, some times a minute */
type Progress = { clock: Clock; report(at: Date): Promise<unknown> }

export type ForeignFile = {
  /** as it came */
  naam: string
  bytes: AsyncIterable<Uint8Array>
  /** how many bytes were announced, when that is known */
  grootte?: number
}

/** What a file is, by its bytes; its name is cleaned. */
export type TakenBestand = { naam: string; formaat: Formaat; grootte: number; sha256: string }

/**
 * Seals foreign bytes into a store, as they come, and says what they are once they are durable.
 *
 * @throws Bestandsweigering when they may not be; then what is at that place is to be removed
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
      // An upload does not fail because of it.
      await report(now).catch(() => {})
    }
    yield part
  }
}
