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
import type { ZaakGegevens } from '../zaak/zaak-van-burger.ts'
import { RegistratieError } from '../zgw/call-registratie.ts'
import { findInkomend, type Inkomend, storeInRegistratie } from '../zgw/store-in-registratie.ts'
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

/** The facts that are known once the bytes are stored. */
type Stored = { formaat: string; grootte: number; sha256: string }

/** Enough for the largest file at 9 MB a second. */
const UPLOAD_MS = 4 * MINUTE_MS
/** Renewed for each bestand; longer than one bestand and the inzending take together. */
const LEASE_SECONDS = (UPLOAD_MS + MINUTE_MS) / SECOND_MS
const WACHTRIJ = { ...WACHTRIJEN.citizen_message, most: 1, leaseSeconds: LEASE_SECONDS }
const CLAIM = claimOf(WACHTRIJ, { withBestanden: true })
const RENEW = `
  update inzending set volgende_poging = $3::timestamptz + make_interval(secs => ${LEASE_SECONDS})
  where id = $1 and pogingen = $2 and volgende_poging is not null`

/** For a bestand whose bytes are lost here: nobody can send it any more. */
const LOST = 'bestand_lost'
/** The code of a ZGW registratie for a file that is too large. */
const TOO_LARGE_FOR_REGISTRATIE = 'documenten_413'
/** Temporary refusals: the connection broke, or too many files of the portal were in progress. */
const PASSING = ['size_differs', 'too_many_under_way']

/**
 * Sends inzendingen with files: first the bytes of each file, streamed, and then the inzending with their
 * ids. Each id is stored in its row first, so a process may die at any moment: bytes that were sent twice
 * become one document, because the inzending names them once. When the zaaksysteem dropped some of them, all
 * are sent again. When the files go to a ZGW registratie, the inzending names none.
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

/** @returns undefined when another process has the lease now */
async function handOver(ctx: PublieksportaalContext, waiting: Waiting): Promise<Told | undefined> {
  const inzendingId = waiting.id
  const named: Parameters<typeof tell>[2] = []
  const inkomend = await findPlace(ctx, waiting)
  if (inkomend && 'again' in inkomend) return inkomend
  for (const bestand of await ctx.db.bestand.findMany({ where: { inzendingId }, orderBy: { id: 'asc' } })) {
    const { rowCount } = await ctx.pool.query(RENEW, [inzendingId, waiting.pogingen, ctx.clock()])
    if (rowCount === 0) return undefined
    if (inkomend) {
      const failure = await storeBytes(ctx, bestand, { inkomend, ontvangenOp: waiting.tijdstip })
      if (failure) return failure
      continue
    }
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

/** @returns undefined when the files go to the zaaksysteem */
async function findPlace(
  ctx: PublieksportaalContext,
  { zaakId: id }: Waiting,
): Promise<Inkomend | Extract<Told, { again: object }> | undefined> {
  if (!ctx.env.PUBLIEKSPORTAAL_ZGW_UPLOAD) return undefined
  const zaak = await ctx.db.zaak.findUnique({ where: { id }, select: { gegevens: true } })
  try {
    return zaak ? await findInkomend(ctx, (zaak.gegevens as ZaakGegevens).identificatie) : undefined
  } catch (error) {
    return againAfter(error)
  }
}

/** Streams the bytes, and notes when they turn out to be lost. */
function reading(ctx: PublieksportaalContext, bestand: Bestand) {
  const read = { isLost: false, bytes }
  async function* bytes() {
    try {
      yield* openBestand(ctx, { ...bestand, grootte: bestand.grootte as number })
    } catch (error) {
      read.isLost = error instanceof ObjectMissingError
      throw error
    }
  }
  return read
}

/** @returns why the ZGW registratie did not accept the file; undefined when it did */
async function storeBytes(
  ctx: PublieksportaalContext,
  bestand: Bestand,
  { inkomend, ontvangenOp }: { inkomend: Inkomend; ontvangenOp: Date },
): Promise<Told | undefined> {
  const { id, naam, formaat, grootte, sha256 } = bestand as Bestand & Stored
  const read = reading(ctx, bestand)
  const given = { id, naam, formaat, grootte, sha256, ontvangenOp, bytes: read.bytes }
  try {
    await storeInRegistratie(ctx, inkomend, { bestand: given, signal: AbortSignal.timeout(UPLOAD_MS) })
    return undefined
  } catch (error) {
    if (read.isLost) return { bestandId: id, foutcode: LOST }
    const isTooLarge = error instanceof RegistratieError && error.code === TOO_LARGE_FOR_REGISTRATIE
    return isTooLarge ? { bestandId: id, foutcode: 'bestand_too_large' } : againAfter(error)
  }
}

/** Any other error means that the registratie did not respond. */
function againAfter(error: unknown) {
  return { again: { foutcode: error instanceof RegistratieError ? error.code : 'unreachable', httpStatus: null } }
}

/** @returns the id of the bytes at the zaaksysteem */
async function sendBytes(ctx: PublieksportaalContext, bestand: Bestand, { zaakId }: Waiting): Promise<string | Told> {
  const { id, sha256, grootte } = bestand as Bestand & Stored
  const read = reading(ctx, bestand)
  const answer = await callZaaksysteem(configuredApi(ctx), {
    path: `/zaken/${zaakId}/bestanden`,
    bytes: read.bytes(),
    grootte,
    schema: bestandAnswer,
    timeoutMs: UPLOAD_MS,
  })
  if (read.isLost) return { bestandId: id, foutcode: LOST }
  if (answer.ok) {
    if (answer.value.sha256 === sha256) return answer.value.bestand
    return { again: { foutcode: 'other_bytes', httpStatus: answer.httpStatus } }
  }
  const code = answer.reason === 'refused' ? answer.code : undefined
  if (code && PASSING.includes(code)) return { again: { foutcode: code, httpStatus: null } }
  return code && code in BESTANDSFOUTEN ? { bestandId: id, foutcode: code } : toldOf(answer)
}
