import { HOUR_MS } from '#lib/platform/durations.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { mailServer } from '#lib/publieksportaal/env.ts'
import type { Prisma } from '#lib/publieksportaal/generated/client.ts'
import { READY_MS, sweepBestanden } from './sweep-bestanden.ts'

type OfZaak = { burgerId: string; zaakId: string }

/** The files of an own zaak that are ready and not sent. */
export const readyOf = ({ burgerId, zaakId }: OfZaak) =>
  ({ burgerId, zaakId, zaak: { burgerId }, inzendingId: null, status: 'opgeslagen' }) satisfies Prisma.BestandWhereInput

export type KlaargezetBestand = {
  id: string
  /** id of the thing that was asked */
  aanvulling: string
  naam: string
  /** in bytes */
  grootte: number
  /** the reason of its refusal by the zaaksysteem; null when it was not sent before */
  foutcode: string | null
  /** the time of its removal, unless it is sent */
  tot: Date
}

/** Returns the earliest removal among the files that were never sent. */
export function readyUntil(bestanden: readonly KlaargezetBestand[]): Date | undefined {
  return bestanden
    .filter(({ foutcode }) => foutcode === null)
    .map(({ tot }) => tot)
    .toSorted((one, other) => one.getTime() - other.getTime())[0]
}

/** Returns the ready files of this citizen for an own zaak, oldest first. */
export async function findReadyBestanden(
  { db }: Pick<PublieksportaalContext, 'db'>,
  of: OfZaak,
): Promise<KlaargezetBestand[]> {
  const rows = await db.bestand.findMany({
    where: readyOf(of),
    orderBy: { id: 'asc' },
    select: { id: true, aanvulling: true, naam: true, grootte: true, foutcode: true, aangemaaktOp: true },
  })
  return rows.map(({ aangemaaktOp, ...row }) => ({
    ...row,
    grootte: row.grootte as number,
    tot: new Date(aangemaaktOp.getTime() + READY_MS),
  }))
}

/** Withdraws a ready file. Does nothing when it does not exist or was sent. */
export async function removeBestand(
  ctx: Pick<PublieksportaalContext, 'env' | 'once' | 'db' | 'pool' | 'clock'>,
  { id, ...of }: OfZaak & { id: string },
): Promise<void> {
  const { count } = await ctx.db.bestand.updateMany({ where: { ...readyOf(of), id }, data: { status: 'vervallen' } })
  if (count > 0) await sweepBestanden(ctx)
}

/** The mail goes this long before the first removal, for a citizen who reads mail a few times a day. */
const BEFORE_MS = 6 * HOUR_MS
/** Files that are removed within this time after the first share its mail. */
const TOGETHER_MS = 6 * HOUR_MS

/** Marks the files first, so that concurrent processes mail the citizen once. */
const REMIND = `
  with due as (
    select distinct burger_id, zaak_id from bestand
    where status = 'opgeslagen' and inzending_id is null and foutcode is null and herinnerd_op is null and aangemaakt_op <= $1
      and burger_id is not null and zaak_id is not null
  ), marked as (
    update bestand set herinnerd_op = $3 from due
    where bestand.burger_id = due.burger_id and bestand.zaak_id = due.zaak_id and status = 'opgeslagen' and inzending_id is null
      and herinnerd_op is null and aangemaakt_op <= $2
    returning bestand.burger_id, bestand.zaak_id
  )
  insert into uitgaande_mail (id, soort, burger_id, zaak_id, volgende_poging, aangemaakt_op)
  select gen_random_uuid(), 'klaargezet', burger.id, zaak_id, $3, $3
  from (select distinct burger_id, zaak_id from marked) as told join burger on burger.id = told.burger_id
  where herinner_aanvulling and exists (select from emailadres where burger_id = burger.id and versleuteld is not null)`

/** Queues a mail about unsent files before they are removed. */
export async function remindOfReady({
  env,
  pool,
  clock,
}: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock'>): Promise<void> {
  if (!mailServer(env)) return
  const now = clock()
  const due = now.getTime() - READY_MS + BEFORE_MS
  await pool.query(REMIND, [new Date(due), new Date(due + TOGETHER_MS), now])
}
