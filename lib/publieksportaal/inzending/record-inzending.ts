import { randomBytes } from 'node:crypto'
import { validate as isUuid, v7 } from 'uuid'
import { spokenCode } from '#lib/platform/crypto/secret.ts'
import { burgerActor, type Handelende, recordedTransaction } from '../audit/recorded-transaction.ts'
import { readyOf } from '../bestand/ready-bestanden.ts'
import type { PublieksportaalContext } from '../context.ts'
import { mailServer } from '../env.ts'
import type { Bestand, Inzendingsoort, Prisma } from '../generated/client.ts'
import { NOTIFY_LIVE } from '../inbox/live-hint.ts'
import { toZaakVanBurger, WITH_TIJDLIJN, type ZaakVanBurger } from '../zaak/zaak-van-burger.ts'

const NUMMER_BYTES = 5

export type Wanted = Handelende & {
  zaakId: string
  /** the versie of the zaak that the citizen saw */
  versie: number
}

/**
 * `changed`: the zaak is no longer as the citizen saw it, so the page must be reviewed. `versie`: the current
 * one.
 */
export type Inzenden =
  | { ok: true; nummer: string }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'changed'; versie: number }

type Content = { soort: Inzendingsoort; aanvullingen: GestuurdeAanvulling[]; tekst?: string | null }
export type GestuurdeAanvulling = { id: string; naam: string }
/** `aanvulling`: id of the thing that it is for; `sha256`: of its bytes, in hex */
export type GestuurdBestand = { aanvulling: string; naam: string; grootte: number; sha256: string }
type EerdereInzending = Content & {
  nummer: string
  bestanden: GestuurdBestand[]
  versie: number
  uitkomst: string | null
  teruggenomenOp: Date | null
}

const HANDELING = {
  aanvulling: 'aanvulling_melden',
  intrekking: 'intrekking_vragen',
  vraag: 'vraag_stellen',
} as const

/**
 * Stores an inzending of the citizen; its row is its place in the outbox too. The lock on the burger
 * serializes two tabs and keeps the zaak as it is, because every change of the zaak takes that lock first.
 *
 * @param wanted.versie null: accepts any versie of the zaak
 * @param compose returns the inzending, given the zaak, the earlier inzendingen and the ready bestanden; or
 * the nummer of an earlier one
 */
export async function recordInzending(
  ctx: PublieksportaalContext,
  { burgerId, gemachtigdeId, zaakId, versie }: Omit<Wanted, 'versie'> & { versie: number | null },
  compose: (found: {
    zaak: ZaakVanBurger
    before: EerdereInzending[]
    ready: Bestand[]
    now: Date
  }) => (Content & { terugTeNemenTot: Date | null; bestanden?: Bestand[] }) | Inzenden,
): Promise<Inzenden> {
  if (!isUuid(zaakId) || (versie !== null && !Number.isSafeInteger(versie))) return { ok: false, reason: 'not_found' }
  const recorded = await recordedTransaction(ctx, async (tx, record): Promise<Inzenden> => {
    await tx.$executeRaw`select 1 from burger where id = ${burgerId}::uuid for no key update`
    const row = await tx.zaak.findFirst({ where: { id: zaakId, burgerId }, include: WITH_TIJDLIJN })
    if (!row) return { ok: false, reason: 'not_found' }
    const rows = await tx.inzending.findMany({ where: { zaakId, burgerId }, orderBy: { id: 'asc' } })
    const before = rows.map((one) => ({
      ...one,
      aanvullingen: one.aanvullingen as GestuurdeAanvulling[],
      bestanden: one.bestanden as GestuurdBestand[],
    }))
    const ready = await tx.bestand.findMany({ where: readyOf({ burgerId, zaakId }), orderBy: { id: 'asc' } })
    const now = ctx.clock()
    const content = compose({ zaak: toZaakVanBurger(row), before, ready, now })
    if ('ok' in content) return content
    if (versie !== null && row.versie !== versie) return { ok: false, reason: 'changed', versie: row.versie }

    const nummer = spokenCode(randomBytes(NUMMER_BYTES))
    const { soort, tekst = null, terugTeNemenTot, bestanden: files = [] } = content
    const aanvullingen = content.aanvullingen as Prisma.JsonArray
    const bestanden = files.map(({ aanvulling, naam, grootte, sha256 }) => ({ aanvulling, naam, grootte, sha256 }))
    const id = v7({ msecs: now.getTime() })
    const said = { id, soort, nummer, aanvullingen, bestanden, tekst, terugTeNemenTot, versie: row.versie }
    const whose = { burgerId, gemachtigdeId, zaakId }
    await tx.inzending.create({ data: { ...said, ...whose, tijdstip: now, volgendePoging: terugTeNemenTot ?? now } })
    const taken = await tx.bestand.updateMany({
      where: { ...readyOf({ burgerId, zaakId }), id: { in: files.map((file) => file.id) } },
      data: { inzendingId: id },
    })
    // the sweep removed one of them concurrently
    if (taken.count < files.length) throw new Error('A bestand was removed before it could be sent')
    await mailReceipt(ctx, tx, { burgerId, zaakId, inzendingId: id })
    await showAgain(ctx, tx, { burgerId, zaakId })
    await tx.$executeRaw`select pg_notify('inzending', '')`
    const actor = burgerActor({ burgerId, gemachtigdeId })
    await record({ actor, handeling: HANDELING[soort], object: { soort: 'inzending', id } })
    return { ok: true, nummer }
  })
  if (recorded.ok) ctx.liveBus?.publish({ burgerIds: [burgerId], ordered: false })
  return recorded
}

/** Orders a mail about an inzending. It is composed when it goes out, with the outcome at that time. */
export async function mailReceipt(
  { env, clock }: Pick<PublieksportaalContext, 'env' | 'clock'>,
  tx: Prisma.TransactionClient,
  of: { burgerId: string; zaakId: string; inzendingId: string },
): Promise<void> {
  const now = clock()
  if (!mailServer(env) || (await tx.uitgaandeMail.count({ where: { inzendingId: of.inzendingId } })) > 0) return
  const id = v7({ msecs: now.getTime() })
  await tx.uitgaandeMail.create({ data: { id, soort: 'ontvangst', ...of, aangemaaktOp: now, volgendePoging: now } })
}

const SHOW_AGAIN = `
  with numbered as (
    update burger set live_volgnummer = live_volgnummer + 1 where id = $1::uuid returning live_volgnummer
  ), shown as (
    update zaak set live_volgnummer = numbered.live_volgnummer from numbered
    where zaak.id = $2::uuid and zaak.burger_id = $1::uuid
    returning case when $3 then ${NOTIFY_LIVE} end
  )
  select from shown`

/** Makes open pages of a citizen reload a zaak. With a live bus, publish to it after the commit. */
export async function showAgain(
  { liveBus }: Pick<PublieksportaalContext, 'liveBus'>,
  tx: Pick<Prisma.TransactionClient, '$executeRawUnsafe'>,
  { burgerId, zaakId }: { burgerId: string; zaakId: string },
): Promise<void> {
  await tx.$executeRawUnsafe(SHOW_AGAIN, burgerId, zaakId, liveBus === undefined)
}
