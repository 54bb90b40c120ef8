import { setImmediate as afterAnswer } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import type { PublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import type { AfwijzingRegel } from './find-afwijzingen.ts'
import { isAmongFirst } from './is-among-first.ts'

const MAX_LENGTH = 200
/**
 * RFC 3986: the characters of a URI reference. Other text is dropped, because portaalbeheer shows the source.
 */
const URI_REFERENCE = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/

/** Returns the claimed source of a bezorging: `ce-source`, else its origin; null for no URI reference. */
export function claimedSource(headers: Headers): string | null {
  const claimed = headers.get('ce-source') ?? headers.get('webhook-request-origin') ?? ''
  return claimed.length <= MAX_LENGTH && URI_REFERENCE.test(claimed) ? claimed : null
}

/** Returns the configured source when `claimed` is its name or origin, else ''. */
export function configuredSource(
  {
    PUBLIEKSPORTAAL_BRON: source,
    PUBLIEKSPORTAAL_BRON_ORIGIN: origin,
  }: Pick<PublieksportaalEnv, 'PUBLIEKSPORTAAL_BRON' | 'PUBLIEKSPORTAAL_BRON_ORIGIN'>,
  claimed: string | null,
): string {
  return claimed === source || claimed === origin ? source : ''
}

/** The reason for refusing a bezorging: the stable code of the response. */
type Reden =
  | 'body_too_large'
  | 'body_incomplete'
  | 'unsupported_media_type'
  | 'more_than_one_token'
  | 'invalid_token'
  | 'invalid_signature'
  | 'source_retired'
  | 'origin_not_allowed'
  | 'source_not_allowed'
  | 'too_many_requests'
  | 'invalid_event'
  | 'different_content'
  | 'keys_unavailable'
  | 'unavailable'

/** Refused after the sender was proven. With any other reason the source is only a claim. */
const PROVEN: ReadonlySet<Reden> = new Set<Reden>([
  'origin_not_allowed',
  'source_not_allowed',
  'too_many_requests',
  'invalid_event',
  'different_content',
])

function isProven(reden: Reden): boolean {
  return PROVEN.has(reden)
}

/** Refused because the bezorging did not prove its sender. */
export const UNPROVEN_REDENEN = ['invalid_token', 'invalid_signature'] as const satisfies Reden[]

type Recorder = {
  tellingen: Map<string, NieuweTelling>
  afwijzingen: AfwijzingRegel[]
  writing: Promise<void> | undefined
}

const recorderOf = ({ once }: PublieksportaalContext) =>
  once('afwijzingen', (): Recorder => ({ tellingen: new Map(), afwijzingen: [], writing: undefined }))

/**
 * Records the time, claimed source, reason and size of an afwijzing; never its content. A flood costs the
 * portal little: afwijzingen are batched in memory and written after the response. A failed statement or a
 * killed process loses its batch.
 *
 * @returns true when it is stored as a row; only the first of each reason and source in a minute are
 */
export function recordAfwijzing(
  ctx: PublieksportaalContext,
  {
    headers,
    reden,
    code,
    grootteBytes,
    httpStatus,
  }: {
    headers: Headers
    reden: Reden
    /** the exact cause, when a reden has more than one */
    code: string | null
    grootteBytes: number
    httpStatus: number
  },
): boolean {
  const recorder = recorderOf(ctx)
  const tijdstip = ctx.clock()
  const geclaimdeBron = claimedSource(headers)
  const bewezenBron = isProven(reden) ? ctx.env.PUBLIEKSPORTAAL_BRON : null
  const bron = bewezenBron ?? configuredSource(ctx.env, geclaimdeBron)

  count(recorder, { reden, bron, tijdstip })
  const isKept = isAmongFirst(ctx, `${reden} ${bron}`)
  if (isKept) {
    recorder.afwijzingen.push({
      id: uuidv7(),
      tijdstip,
      geclaimdeBron,
      bewezenBron,
      reden,
      code,
      httpStatus,
      grootteBytes,
    })
  }
  recorder.writing ??= write(ctx, recorder)
  return isKept
}

/** Resolves when all recorded afwijzingen are written. */
export async function settleAfwijzingen(ctx: PublieksportaalContext): Promise<void> {
  await recorderOf(ctx).writing
}

function count(
  { tellingen }: Recorder,
  { reden, bron, tijdstip }: { reden: string; bron: string; tijdstip: Date },
): void {
  const minuutMs = Math.floor(tijdstip.getTime() / MINUTE_MS) * MINUTE_MS
  const key = `${minuutMs} ${reden} ${bron}`
  const aantal = (tellingen.get(key)?.aantal ?? 0) + 1
  tellingen.set(key, { minuut: new Date(minuutMs), reden, bron, aantal, laatsteOp: tijdstip })
}

async function write(ctx: PublieksportaalContext, recorder: Recorder): Promise<void> {
  await afterAnswer()
  while (recorder.tellingen.size > 0) {
    const batch = { tellingen: [...recorder.tellingen.values()], afwijzingen: recorder.afwijzingen }
    recorder.tellingen = new Map()
    recorder.afwijzingen = []
    await storeAfwijzingen(ctx, batch).catch((err) => {
      if (!isAmongFirst(ctx, 'not noted')) return
      ctx.log.error({ err, count: batch.tellingen.length }, 'Refused bezorgingen could not be stored')
    })
  }
  recorder.writing = undefined
}

type NieuweTelling = { minuut: Date; reden: string; bron: string; aantal: number; laatsteOp: Date }

/** Locks the counts in one order (`order by`), so that concurrent processes cannot deadlock. */
const STORE = `
  with geteld as (
    insert into afwijzing_telling (minuut, reden, bron, aantal, laatste_op)
    select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::int[], $5::timestamptz[]) as nieuw(minuut, reden, bron)
    order by minuut, reden, bron
    on conflict (minuut, reden, bron) do update
      set aantal = afwijzing_telling.aantal + excluded.aantal,
          laatste_op = greatest(afwijzing_telling.laatste_op, excluded.laatste_op)
  )
  insert into afwijzing (id, tijdstip, geclaimde_bron, bewezen_bron, reden, code, http_status, grootte_bytes)
  select * from unnest($6::uuid[], $7::timestamptz[], $8::text[], $9::text[], $10::text[], $11::text[], $12::int[], $13::int[])`

/** Adds `tellingen` to the stored counts, and stores `afwijzingen` as rows. */
async function storeAfwijzingen(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  { tellingen, afwijzingen }: { tellingen: NieuweTelling[]; afwijzingen: AfwijzingRegel[] },
): Promise<void> {
  await pool.query({
    name: 'store-afwijzingen',
    text: STORE,
    values: [
      tellingen.map(({ minuut }) => minuut),
      tellingen.map(({ reden }) => reden),
      tellingen.map(({ bron }) => bron),
      tellingen.map(({ aantal }) => aantal),
      tellingen.map(({ laatsteOp }) => laatsteOp),
      afwijzingen.map(({ id }) => id),
      afwijzingen.map(({ tijdstip }) => tijdstip),
      afwijzingen.map(({ geclaimdeBron }) => geclaimdeBron),
      afwijzingen.map(({ bewezenBron }) => bewezenBron),
      afwijzingen.map(({ reden }) => reden),
      afwijzingen.map(({ code }) => code),
      afwijzingen.map(({ httpStatus }) => httpStatus),
      afwijzingen.map(({ grootteBytes }) => grootteBytes),
    ],
  })
}
