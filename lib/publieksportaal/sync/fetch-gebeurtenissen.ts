import { hash } from 'node:crypto'
import { z } from 'zod'
import { HOOGSTE_SEQUENCE, MAX_SEQUENCE } from '#lib/contract/gebeurtenissen-page.ts'
import { parseJson } from '#lib/platform/json/parse-json.ts'
import { type Failure, requestZaaksysteem, type ZaaksysteemApi } from './call-zaaksysteem.ts'

const REASON_OF_STATUS: Record<number, 'sequence_unknown' | 'events_purged'> = {
  409: 'sequence_unknown',
  410: 'events_purged',
}
const hoogsteSequence = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)

/** Events as the bron returns them, not validated yet; `bodySha256` covers the whole answer. */
export type FetchedGebeurtenissen =
  | { ok: true; gebeurtenissen: { sequence: string }[]; hoogsteSequence: number; bodySha256: string }
  | { ok: false; reason: 'sequence_unknown' }
  | { ok: false; reason: 'events_purged' }
  | Failure

/** Returns the events of `source` after `vanaf`. A gap or an event of another bron is invalid. */
export async function fetchGebeurtenissen(
  api: ZaaksysteemApi,
  { source, vanaf, limiet }: { source: string; vanaf: number; limiet: number },
): Promise<FetchedGebeurtenissen> {
  const path = `/gebeurtenissen?vanaf=${vanaf}&limiet=${limiet}`
  const answer = await requestZaaksysteem(api, { path, accept: 'application/cloudevents-batch+json' })
  if (!answer.ok) {
    const reason = answer.reason === 'refused' ? REASON_OF_STATUS[answer.httpStatus] : undefined
    return reason ? { ok: false, reason } : answer
  }
  const events = z
    .array(z.looseObject({ source: z.literal(source), sequence: z.string() }))
    .max(limiet)
    .refine((all) => all.every(({ sequence }, index) => sequence === String(vanaf + 1 + index)))
    .safeParse(parseJson(answer.bytes))
  const hoogste = hoogsteSequence.safeParse(answer.headers.get(HOOGSTE_SEQUENCE))
  if (!events.success || !hoogste.success) return { ok: false, reason: 'invalid_answer' }

  const bodySha256 = hash('sha256', answer.bytes, 'base64url')
  return { ok: true, gebeurtenissen: events.data, hoogsteSequence: hoogste.data, bodySha256 }
}

/** Returns the highest sequence that the bron has given out. */
export async function fetchHoogsteSequence(
  api: ZaaksysteemApi,
  source: string,
): Promise<{ ok: true; hoogsteSequence: number } | Failure> {
  const nothing = await fetchGebeurtenissen(api, { source, vanaf: MAX_SEQUENCE, limiet: 1 })
  if (nothing.ok || (nothing.reason !== 'events_purged' && nothing.reason !== 'sequence_unknown')) return nothing
  return { ok: false, reason: 'invalid_answer' }
}
