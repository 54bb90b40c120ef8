import { z } from 'zod'
import { type ZaakResource, zaakResource } from '#lib/contract/zaak-resource.ts'
import { callZaaksysteem, type ZaaksysteemApi } from './call-zaaksysteem.ts'

/** `invalid_answer`: the answer for this uuid is not a zaak by the contract. */
export type FetchedZaak =
  | { ok: true; zaak: ZaakResource }
  | { ok: false; reason: 'not_found' | 'unreachable' | 'refused' | 'invalid_answer' }

/** Loose, because `judge` checks each zaak by itself: one that is invalid must not reject the others. */
const zaken = z.object({ zaken: z.array(z.looseObject({ uuid: z.string() })) })

/** Fetches zaken in one call. A single zaak is fetched by its own address, which every zaaksysteem supports. */
export async function fetchZaken(api: ZaaksysteemApi, uuids: string[]): Promise<Map<string, FetchedZaak>> {
  const [uuid] = uuids
  if (uuid !== undefined && uuids.length === 1) return new Map([[uuid, await fetchZaak(api, uuid)]])

  const query = new URLSearchParams({ uuid__in: uuids.join(',') })
  const answer = await callZaaksysteem(api, { path: `/zaken?${query}`, schema: zaken })
  const found = answer.ok ? new Map(answer.value.zaken.map((zaak) => [zaak.uuid, zaak])) : undefined
  return new Map(
    uuids.map((wanted) => {
      if (!answer.ok) return [wanted, { ok: false, reason: answer.reason }]
      const zaak = found?.get(wanted)
      return [wanted, zaak ? judge(zaak, wanted) : { ok: false, reason: 'not_found' }]
    }),
  )
}

async function fetchZaak(api: ZaaksysteemApi, uuid: string): Promise<FetchedZaak> {
  const answer = await callZaaksysteem(api, { path: `/zaken/${encodeURIComponent(uuid)}`, schema: z.unknown() })
  if (answer.ok) return judge(answer.value, uuid)
  const notFound = answer.reason === 'refused' && answer.httpStatus === 404
  return { ok: false, reason: notFound ? 'not_found' : answer.reason }
}

function judge(answer: unknown, uuid: string): FetchedZaak {
  const parsed = zaakResource.safeParse(answer)
  return parsed.success && parsed.data.uuid === uuid
    ? { ok: true, zaak: parsed.data }
    : { ok: false, reason: 'invalid_answer' }
}
