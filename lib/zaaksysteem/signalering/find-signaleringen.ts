import type { TracedActor } from '../audit/recorded-transaction.ts'
import { lookAtZaken } from '../catalogus/look-at-zaken.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { SignaleringSoort } from '../generated/client.ts'
import { HOLDS } from './holds.ts'

/** The most signaleringen on the page, and the most that the menu counts. */
export const MOST_SIGNALERINGEN = 100

export type SignaleringRegel = {
  id: string
  soort: SignaleringSoort
  aangemaaktOp: Date
  zaakId: string
  /** zaaknummer */
  identificatie: string
  omschrijving: string
  /** fatale datum of the zaak, `yyyy-mm-dd` */
  uiterlijkeEinddatum: string
  /** of a zaak that somebody gave: who, and the line for the behandelaar */
  doorNaam: string | null
  bericht: string | null
}

export const SELECT_REGELS = `
  select signalering.id, soort, aangemaakt_op as "aangemaaktOp", zaak_id as "zaakId", identificatie, omschrijving,
    uiterlijke_einddatum::text as "uiterlijkeEinddatum",
    (select naam from behandelaar join toewijzing on door_id = behandelaar.id where toewijzing.id = signalering.id)
      as "doorNaam",
    (select bericht from toewijzing where id = signalering.id) as bericht
  from signalering join zaak on zaak.id = zaak_id`

/** An unseen signalering that still holds. $1 is the behandelaar. */
export const ONGEZIEN = `signalering.behandelaar_id = $1 and gezien_op is null and ${HOLDS}`

const FIND = `
  ${SELECT_REGELS} where ${ONGEZIEN}
  order by aangemaakt_op desc, signalering.id desc limit ${MOST_SIGNALERINGEN}`

const COUNT = `
  select count(*)::int as count from (
    select from signalering join zaak on zaak.id = zaak_id where ${ONGEZIEN} limit ${MOST_SIGNALERINGEN}
  ) ongezien`

/**
 * Returns the signaleringen that a behandelaar has not seen, newest first. Records the look as for any list
 * of zaken.
 */
export async function findSignaleringen(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'once'>,
  actor: TracedActor,
): Promise<SignaleringRegel[]> {
  const begonnenOp = ctx.clock()
  const { rows } = await ctx.pool.query<SignaleringRegel>(FIND, [actor.id])
  await lookAtZaken(ctx, {
    actor,
    handeling: 'lijst_bekijken',
    begonnenOp,
    zaakIds: [...new Set(rows.map(({ zaakId }) => zaakId))],
    object: { soort: 'lijst', id: 'signaleringen' },
    ofLijst: true,
    onceAMinute: true,
  })
  return rows
}

/** Counts the unseen signaleringen of a behandelaar, at most MOST_SIGNALERINGEN. */
export async function countSignaleringen(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  behandelaarId: string,
): Promise<number> {
  return (await pool.query<{ count: number }>(COUNT, [behandelaarId])).rows[0]?.count ?? 0
}
