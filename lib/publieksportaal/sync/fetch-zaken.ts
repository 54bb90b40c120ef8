import { z } from 'zod'
import { type ZaakResource, zaakResource, zakenPage } from '#lib/contract/zaak-resource.ts'
import { callZaaksysteem, type Failure, readByContract, type ZaaksysteemApi } from './call-zaaksysteem.ts'

/** Shorter than for one zaak, because all of them wait when one makes the call take long. */
const TOGETHER_TIMEOUT_MS = 2_000
/** What a zaaksysteem answers whichever zaak it is asked for: the token is not accepted, or it has too much to do. */
const FOR_EVERY_ZAAK: readonly number[] = [401, 403, 429, 503]

/** `invalid_answer`: the answer for this uuid is not a zaak by the contract. */
export type FetchedZaak = { ok: true; zaak: ZaakResource } | { ok: false; reason: 'not_found' | Failure['reason'] }

/** Loose, because `judge` checks each zaak by itself: one that is invalid must not reject the others. */
const zaken = z.object({ zaken: z.array(z.looseObject({ uuid: z.string() })) })

/**
 * Fetches several zaken in one call. `undefined` when that fails and one of them may be the cause: then the others can
 * still be fetched by themselves.
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
 * All zaken from before the first page was read, ordered by uuid. A failure is the last value. Not what is registered
 * meanwhile, which arrives as an event: a zaaksysteem that registers faster than pages are read has no last page.
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
    // A zaaksysteem that keeps giving the same page would otherwise be asked for ever.
    if (na && volgende <= na) return yield { ok: false, reason: 'invalid_answer' }
    na = volgende
  }
}
