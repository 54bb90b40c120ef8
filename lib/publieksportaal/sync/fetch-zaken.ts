import { z } from 'zod'
import { type ZaakResource, zaakResource, zakenPage } from '#lib/contract/zaak-resource.ts'
import { callZaaksysteem, type Failure, readByContract, type ZaaksysteemApi } from './call-zaaksysteem.ts'

/** Shorter than for one zaak, because a single slow zaak delays all of them. */
const TOGETHER_TIMEOUT_MS = 2_000
/** Statuses that do not depend on the zaak: the token is not accepted, or the zaaksysteem is overloaded. */
const FOR_EVERY_ZAAK: readonly number[] = [401, 403, 429, 503]

/** `invalid_answer`: the answer for this uuid does not follow the contract. */
export type FetchedZaak = { ok: true; zaak: ZaakResource } | { ok: false; reason: 'not_found' | Failure['reason'] }

/** Loose, because `judge` checks each zaak separately: an invalid one must not reject the others. */
const zaken = z.object({ zaken: z.array(z.looseObject({ uuid: z.string() })) })

/**
 * Fetches several zaken in one call. `undefined` when that fails and one of the zaken may be the cause; the
 * caller can then fetch each separately.
 */
export async function fetchZaken(api: ZaaksysteemApi, uuids: string[]): Promise<Map<string, FetchedZaak> | undefined> {
  const path = `/zaken?${new URLSearchParams({ uuids: uuids.join(',') })}`
  const answer = await callZaaksysteem(api, { path, schema: zaken, timeoutMs: TOGETHER_TIMEOUT_MS })
  const isForEvery = !answer.ok && answer.reason === 'refused' && FOR_EVERY_ZAAK.includes(answer.httpStatus)
  if (!answer.ok && !isForEvery) return undefined

  const found = answer.ok ? new Map(answer.value.zaken.map((zaak) => [zaak.uuid, zaak])) : undefined
  return new Map(
    uuids.map((wanted) => {
      if (!answer.ok) return [wanted, { ok: false, reason: answer.reason }]
      const zaak = found?.get(wanted)
      return [wanted, zaak ? judge(zaak, wanted) : { ok: false, reason: 'not_found' }]
    }),
  )
}

/** Fetches one zaak by its own address, which every zaaksysteem supports. */
export async function fetchZaak(api: ZaaksysteemApi, uuid: string): Promise<FetchedZaak> {
  const answer = await callZaaksysteem(api, { path: `/zaken/${encodeURIComponent(uuid)}`, schema: z.unknown() })
  if (answer.ok) return judge(answer.value, uuid)
  const notFound = answer.reason === 'refused' && answer.httpStatus === 404
  return { ok: false, reason: notFound ? 'not_found' : answer.reason }
}

function judge(answer: unknown, uuid: string): FetchedZaak {
  const zaak = readByContract(zaakResource, answer)
  return zaak?.uuid === uuid ? { ok: true, zaak } : { ok: false, reason: 'invalid_answer' }
}

const PAGE_SIZE = 100

/**
 * Yields all zaken from before the first page was read, ordered by uuid. A failure is the last value. Omits
 * zaken registered meanwhile: they arrive as events, and could make the pages endless.
 */
export async function* fetchZakenPages(
  api: ZaaksysteemApi,
): AsyncGenerator<{ ok: true; zaken: ZaakResource[] } | Failure, void> {
  let na: string | null = null
  let laatste: string | undefined
  for (;;) {
    const query: URLSearchParams = new URLSearchParams({ limiet: String(PAGE_SIZE), ...(na && { na }) })
    const answer = await callZaaksysteem(api, { path: `/zaken?${query}`, schema: zakenPage })
    if (!answer.ok) return yield answer

    const { zaken } = answer.value
    const volgende: string | undefined = answer.value.volgende?.toLowerCase()
    laatste ??= answer.value.laatste?.toLowerCase()
    yield { ok: true, zaken }
    if (!volgende || (laatste && volgende >= laatste)) return
    // Without this, a zaaksysteem that keeps returning the same page makes an infinite loop.
    if (na && volgende <= na) return yield { ok: false, reason: 'invalid_answer' }
    na = volgende
  }
}
