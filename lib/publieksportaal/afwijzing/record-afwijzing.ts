import { setImmediate as afterAnswer } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { perProcess } from '#lib/platform/per-process.ts'
import type { PublieksportaalContext } from '../context.ts'
import { claimedSource } from './claimed-source.ts'
import type { AfwijzingRegel } from './find-afwijzingen.ts'
import { isProven, type Reden } from './redenen.ts'
import { type NieuweTelling, storeAfwijzingen } from './store-afwijzingen.ts'

/** So many of one reason and source are kept one by one; what comes after them in that minute is only counted. */
export const KEPT_PER_MINUTE = 60

type Recorder = {
  tellingen: Map<string, NieuweTelling>
  afwijzingen: AfwijzingRegel[]
  /** how many were kept, of this minute */
  minuutMs: number
  kept: Map<string, number>
  writing: Promise<void> | undefined
}

const recorders = perProcess(
  'publieksportaal.afwijzingen',
  () => new WeakMap<PublieksportaalContext['env'], Recorder>(),
)

function recorderOf({ env }: PublieksportaalContext): Recorder {
  const known = recorders.get(env)
  if (known) return known
  const recorder = { tellingen: new Map(), afwijzingen: [], minuutMs: 0, kept: new Map(), writing: undefined }
  recorders.set(env, recorder)
  return recorder
}

/**
 * Notes that a delivery was refused: when, who it says it is from, why and how large it was; never its content.
 *
 * Whoever sends it costs the portal no more than a counter: one write at a time, after the answer, with all that came
 * in meanwhile. What the database does not take is gone, and a process that is killed loses what it had not written.
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
    /** what exactly, where the reden has more than one */
    code: string | null
    grootteBytes: number
    httpStatus: number
  },
): void {
  const recorder = recorderOf(ctx)
  const tijdstip = ctx.clock()
  const geclaimdeBron = claimedSource(headers)
  const bewezenBron = isProven(reden) ? ctx.env.PUBLIEKSPORTAAL_BRON : null
  const bron = bewezenBron ?? bronOf(ctx, geclaimdeBron)

  count(recorder, { reden, bron, tijdstip })
  if (mayKeep(recorder, { reden, bron, tijdstip })) {
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
}

/** Resolves when all that was noted is written. */
export async function settleAfwijzingen(ctx: PublieksportaalContext): Promise<void> {
  await recorderOf(ctx).writing
}

/** The registered source, when that is what is claimed: by its name or by its origin. */
function bronOf({ env }: PublieksportaalContext, claimed: string | null): string {
  const { PUBLIEKSPORTAAL_BRON: source, PUBLIEKSPORTAAL_BRON_ORIGIN: origin } = env
  return claimed === source || claimed === origin ? source : ''
}

type Noted = { reden: string; bron: string; tijdstip: Date }

const minuteOf = ({ tijdstip }: Noted) => Math.floor(tijdstip.getTime() / MINUTE_MS) * MINUTE_MS

function count({ tellingen }: Recorder, noted: Noted): void {
  const { reden, bron, tijdstip } = noted
  const minuutMs = minuteOf(noted)
  const key = `${minuutMs} ${reden} ${bron}`
  const aantal = (tellingen.get(key)?.aantal ?? 0) + 1
  tellingen.set(key, { minuut: new Date(minuutMs), reden, bron, aantal, laatsteOp: tijdstip })
}

function mayKeep(recorder: Recorder, noted: Noted): boolean {
  const minuutMs = minuteOf(noted)
  if (recorder.minuutMs !== minuutMs) {
    recorder.minuutMs = minuutMs
    recorder.kept.clear()
  }
  const key = `${noted.reden} ${noted.bron}`
  const before = recorder.kept.get(key) ?? 0
  recorder.kept.set(key, before + 1)
  return before < KEPT_PER_MINUTE
}

async function write(ctx: PublieksportaalContext, recorder: Recorder): Promise<void> {
  await afterAnswer()
  while (recorder.tellingen.size > 0) {
    const batch = { tellingen: [...recorder.tellingen.values()], afwijzingen: recorder.afwijzingen }
    recorder.tellingen = new Map()
    recorder.afwijzingen = []
    await storeAfwijzingen(ctx, batch).catch((err) => {
      ctx.log.error({ err, count: batch.tellingen.length }, 'Refused deliveries could not be noted')
    })
  }
  recorder.writing = undefined
}
