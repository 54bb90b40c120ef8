import { bestandAnswer } from '#lib/contract/inzendingen.ts'
import { BESTANDSFOUTEN } from '#lib/platform/bestand/bestandsfouten.ts'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { ObjectMissingError } from '#lib/platform/objects/object-store.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import { openBestand } from '../bestand/bestand-store.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Bestand } from '../generated/client.ts'
import { sendDue } from '../outbox/attempts.ts'
import { WACHTRIJEN } from '../outbox/wachtrijen.ts'
import { callZaaksysteem, configuredApi } from '../sync/call-zaaksysteem.ts'
import {
  BESTAND_UNKNOWN,
  claimOf,
  conclude,
  NOT_FOUND,
  type Told,
  tell,
  toldOf,
  type Waiting,
} from './send-inzendingen.ts'

/** The largest goes at a pace of 9 MB a second or more. */
const UPLOAD_MS = 4 * MINUTE_MS
/** Renewed for each bestand; longer than one of them and the inzending take. */
const LEASE_SECONDS = (UPLOAD_MS + MINUTE_MS) / SECOND_MS
const WACHTRIJ = { ...WACHTRIJEN.citizen_message, most: 1, leaseSeconds: LEASE_SECONDS }
const CLAIM = claimOf(WACHTRIJ, { withBestanden: true })
const RENEW = `
  update inzending set volgende_poging = $3::timestamptz + make_interval(secs => ${LEASE_SECONDS})
  where id = $1 and pogingen = $2 and volgende_poging is not null`

/** Of a bestand whose bytes are gone here: nobody can send it any more. */
const LOST = 'bestand_lost'
/** What a line that broke looks like from there. */
const BROKEN_OFF = 'size_differs'

/**
 * Sends the zaaksysteem what citizens sent: of each inzending first the bytes, as they are read, and then the inzending that names them. What
 * the zaaksysteem calls each stands in its row before that, so a process may die at any moment: bytes that were sent twice become
 * one document, because the inzending names them once. Of a zaaksysteem that forgot some of them all are sent anew.
 */
export function sendBestanden(
  ctx: PublieksportaalContext,
  { signal, random = Math.random }: { signal?: AbortSignal; random?: () => number } = {},
): Promise<void> {
  return sendDue(() => sendNext(ctx, random), signal)
}

async function sendNext(ctx: PublieksportaalContext, random: () => number): Promise<boolean> {
  const claim = { name: 'claim-zendingen', text: CLAIM, values: [sqlNow(ctx.clock)] }
  const [[waiting]] = (await runPipeline(ctx.pool, [claim])) as [[Waiting | undefined]]
  if (!waiting) return false
  const told = await handOver(ctx, waiting)
  if (!told) return true
  await conclude(ctx, { waiting, told, random: random() })
  return !('again' in told) || told.again.httpStatus === NOT_FOUND
}

/** @returns undefined when another process has it now */
async function handOver(ctx: PublieksportaalContext, waiting: Waiting): Promise<Told | undefined> {
  const inzendingId = waiting.id
  const named: Parameters<typeof tell>[2] = []
  for (const bestand of await ctx.db.bestand.findMany({ where: { inzendingId }, orderBy: { id: 'asc' } })) {
    const { rowCount } = await ctx.pool.query(RENEW, [inzendingId, waiting.pogingen, ctx.clock()])
    if (rowCount === 0) return undefined
    const sent = bestand.overgedragenAls ?? (await sendBytes(ctx, bestand, waiting))
    if (typeof sent !== 'string') return sent
    await ctx.db.bestand.updateMany({ where: { id: bestand.id, inzendingId }, data: { overgedragenAls: sent } })
    named.push({ bestand: sent, aanvulling: bestand.aanvulling, naam: bestand.naam })
  }
  const told = await tell(configuredApi(ctx), waiting, named)
  if ('again' in told && told.again.foutcode === BESTAND_UNKNOWN) {
    await ctx.db.bestand.updateMany({ where: { inzendingId }, data: { overgedragenAls: null } })
  }
  return told
}

/** @returns what the zaaksysteem calls it */
async function sendBytes(ctx: PublieksportaalContext, bestand: Bestand, { zaakId }: Waiting): Promise<string | Told> {
  const { id, sha256 } = bestand
  const grootte = bestand.grootte as number
  let isLost = false
  async function* bytes() {
    try {
      yield* openBestand(ctx, { ...bestand, grootte })
    } catch (error) {
      isLost = error instanceof ObjectMissingError
      throw error
    }
  }
  const answer = await callZaaksysteem(configuredApi(ctx), {
    path: `/zaken/${zaakId}/bestanden`,
    bytes: bytes(),
    grootte,
    schema: bestandAnswer,
    timeoutMs: UPLOAD_MS,
  })
  if (isLost) return { bestandId: id, foutcode: LOST }
  if (answer.ok) {
    if (answer.value.sha256 === sha256) return answer.value.bestand
    return { again: { foutcode: 'other_bytes', httpStatus: answer.httpStatus } }
  }
  const code = answer.reason === 'refused' ? answer.code : undefined
  if (code === BROKEN_OFF) return { again: { foutcode: code, httpStatus: null } }
  return code && code in BESTANDSFOUTEN ? { bestandId: id, foutcode: code } : toldOf(answer)
}
