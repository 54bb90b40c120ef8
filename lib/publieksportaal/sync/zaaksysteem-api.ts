import { hash } from 'node:crypto'
import { z } from 'zod'
import { type DoorlooptijdResource, doorlooptijdenAnswer } from '#lib/contract/doorlooptijden.ts'
import { HOOGSTE_SEQUENCE, MAX_SEQUENCE } from '#lib/contract/gebeurtenissen-page.ts'
import { type ZaakResource, zaakResource, zakenPage } from '#lib/contract/zaak-resource.ts'
import { latestEndSql } from '#lib/platform/is-over.ts'
import { parseJson } from '#lib/platform/json/parse-json.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import {
  callZaaksysteem,
  configuredApi,
  type Failure,
  readByContract,
  requestZaaksysteem,
  type ZaaksysteemApi,
} from './call-zaaksysteem.ts'

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

/** Short enough that a doorlooptijd that the municipality withdraws soon disappears. */
const EVERY_SECONDS = 60 * 60

/** Claiming a turn schedules the next one, so other processes do not ask and a crash only skips a turn. */
const CLAIM = `
  update bron set doorlooptijden_op = $2::timestamptz + make_interval(secs => ${EVERY_SECONDS})
  where source = $1 and status = 'actief'
    and (doorlooptijden_op is null or doorlooptijden_op <= $2 or doorlooptijden_op > ${latestEndSql('$2', EVERY_SECONDS)})`

const REMOVE_OTHERS = 'delete from doorlooptijd where not zaaktype = any($1::text[])'

const STORE = `
  insert into doorlooptijd (zaaktype, aantal, helft_binnen_weken, negen_van_tien_binnen_weken)
  select zaaktype, aantal, "helftBinnenWeken", "negenVanTienBinnenWeken"
  from jsonb_to_recordset($1::jsonb)
    as one (zaaktype text, aantal int, "helftBinnenWeken" int, "negenVanTienBinnenWeken" int)
  on conflict (zaaktype) do update set aantal = excluded.aantal, helft_binnen_weken = excluded.helft_binnen_weken,
    negen_van_tien_binnen_weken = excluded.negen_van_tien_binnen_weken`

/** Fetches once an hour how long zaken usually take. After a failure the stored values stay. */
export async function fetchDoorlooptijden(ctx: PublieksportaalContext): Promise<void> {
  const { rowCount } = await ctx.pool.query(CLAIM, [ctx.env.PUBLIEKSPORTAAL_BRON, sqlNow(ctx.clock)])
  if (rowCount === 0) return
  const answer = await callZaaksysteem(configuredApi(ctx), { path: '/doorlooptijden', schema: doorlooptijdenAnswer })
  if (!answer.ok) {
    const { reason } = answer
    ctx.log.warn({ reason }, 'The doorlooptijden could not be fetched; trying again in an hour')
    return
  }
  await store(ctx, answer.value.doorlooptijden)
}

function store({ pool }: PublieksportaalContext, doorlooptijden: DoorlooptijdResource[]): Promise<void> {
  // the upsert fails when the answer has a zaaktype twice
  const byZaaktype = new Map(doorlooptijden.map((one) => [one.zaaktype, one]))
  return inTransaction(pool, async (client) => {
    await client.query(REMOVE_OTHERS, [[...byZaaktype.keys()]])
    await client.query(STORE, [JSON.stringify([...byZaaktype.values()])])
  })
}

export type Doorlooptijd = Omit<DoorlooptijdResource, 'zaaktype' | 'peildatum'>

/** Returns how long zaken of a zaaktype usually take; null when the zaaksysteem does not say. */
export async function findDoorlooptijd(
  { db }: Pick<PublieksportaalContext, 'db'>,
  zaaktype: string,
): Promise<Doorlooptijd | null> {
  return db.doorlooptijd.findUnique({ where: { zaaktype }, omit: { zaaktype: true } })
}
