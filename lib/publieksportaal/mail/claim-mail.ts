import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { HOUR_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { isOver } from '#lib/platform/is-over.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Mailsoort } from '../generated/client.ts'
import { type Claimed, claimSql } from '../outbox/attempts.ts'
import { WACHTRIJEN } from '../outbox/wachtrijen.ts'
import type { Addressed, Bestemming, ClaimedMail } from './claimed-mail.ts'
import { boundTo, type Mailvoorkeuren } from './emailadres/emailadres.ts'
import { BEVESTIGING_VALID_MS } from './emailadres/set-emailadres.ts'
import { MAILSOORTEN } from './mailsoorten.ts'

/**
 * A mail waits this long for a fetch of its zaak, which brings for example dates. A mail about a possible end
 * waits until the fetch is done, because no other mail would bring the last day to object.
 */
const FETCH_LIMIT_MS = HOUR_MS
const LOOK_AGAIN_MS = 30 * SECOND_MS

type Row = Claimed & {
  soort: Mailsoort
  burgerId: string
  zaakId: string | null
  inzendingId: string | null
  herinneringId: string | null
  vanVersie: number | null
  totVersie: number | null
  versleuteld: Buffer | null
  sleutelId: string | null
  aangemaaktOp: Date
  misluktSinds: Date | null
}

type Adres = {
  versleuteld: Buffer | null
  sleutelId: string | null
  retourcode: string
  geweigerdOp: Date | null
  bevestigingVerlooptOp: Date | null
}
type Burger = Adres & Mailvoorkeuren & { taal: 'nl' | 'en'; afmeldcode: string; bevestigdOp: Date | null }

const CLAIM = claimSql(WACHTRIJEN.mail, {
  returning: `soort, burger_id as "burgerId", zaak_id as "zaakId", inzending_id as "inzendingId",
    herinnering_id as "herinneringId", van_versie as "vanVersie", tot_versie as "totVersie", versleuteld, sleutel_id as "sleutelId", aangemaakt_op as "aangemaaktOp", mislukt_sinds as "misluktSinds"`,
})

const ADRES = `versleuteld, sleutel_id as "sleutelId", retourcode, geweigerd_op as "geweigerdOp",
  bevestiging_verloopt_op as "bevestigingVerlooptOp"`
const FIND_ADRES = `
  select ${ADRES}, taal, afmeldcode, voortgang, termijnen, bevestigd_op as "bevestigdOp" from emailadres where burger_id = $1`
const FIND_NIEUW = `select ${ADRES} from nieuw_emailadres where burger_id = $1`

type Zaak = { versie: number; isFetching: boolean; mayBeEnd: boolean }

/** A step is the end unless our copy of the zaaktype says otherwise, as in `toldStatussen`. */
const FIND_ZAAK = `
  select versie, exists (select from ophaalopdracht where zaak_id = zaak.id) as "isFetching", exists (
    select from status
    where zaak_id = zaak.id and versie > $3 and soort = 'statuswijziging' and not exists (
      select from zaaktype
      where identificatie = zaak.zaaktype and versie = zaak.zaaktype_versie and gegevens @> jsonb_build_object(
        'statustypen', jsonb_build_array(jsonb_build_object('code', status.statuscode, 'isEindstatus', false))
      )
    )
  ) as "mayBeEnd"
  from zaak where id = $1 and burger_id = $2`

const DROP = 'delete from uitgaande_mail where id = $1'
const WAIT = 'update uitgaande_mail set pogingen = pogingen - 1, volgende_poging = $2 where id = $1'
const CLOSE = 'update uitgaande_mail set tot_versie = $2 where id = $1'

/**
 * Leases the first due mail and closes it: later changes of its zaak go in the next one. Uses separate
 * statements, so that the versie is read under the lock of the row. A commit in progress holds that lock too,
 * so its change is in this mail or orders another.
 *
 * @returns `undefined` when none is due, `null` when the due one is not to be sent now
 */
export async function claimMail(ctx: PublieksportaalContext): Promise<ClaimedMail | null | undefined> {
  return inTransaction(ctx.pool, async (client) => {
    await client.query(LOOK_UP_IN_INDEXES)
    const [row] = (await client.query<Row>(CLAIM, [sqlNow(ctx.clock)])).rows
    return row && close(client, ctx, row)
  })
}

async function close(client: pg.PoolClient, ctx: PublieksportaalContext, row: Row): Promise<ClaimedMail | null> {
  const now = ctx.clock()
  const { id, soort, burgerId, zaakId, inzendingId, herinneringId, totVersie, aangemaaktOp } = row
  const { pogingen, misluktSinds } = row
  const drop = () => client.query(DROP, [id]).then(() => null)
  const wait = (ms: number) => client.query(WAIT, [id, new Date(now.getTime() + ms)]).then(() => null)
  const isOld = (ms: number) => isOver(aangemaaktOp.getTime() + ms, { now, atMostMs: ms })

  const [found] = (await client.query<Burger>(FIND_ADRES, [burgerId])).rows
  if (!found?.versleuteld) return drop()
  const [nieuw] = (await client.query<Adres>(FIND_NIEUW, [burgerId])).rows
  const { taal, afmeldcode, voortgang, termijnen, bevestigdOp, geweigerdOp } = found
  const isUndeliverable = bevestigdOp === null || geweigerdOp !== null
  const addressed = {
    id,
    burgerId,
    taal,
    afmeldcode,
    voorkeuren: { voortgang, termijnen },
    pogingen,
    mayHaveArrived: totVersie !== null,
    misluktSinds,
  }
  if (soort !== 'zaak') {
    const { versleuteld, sleutelId } = row
    const geheim = versleuteld && sleutelId ? { versleuteld, sleutelId, boundTo: id } : null
    const adressen: Record<Bestemming, Addressed['adres'] | null> = {
      geldig: isUndeliverable ? null : naar(found, burgerId),
      te_bevestigen: naar(nieuw ?? (bevestigdOp ? undefined : found), burgerId),
      // a bounce of this mail says nothing about an address that is in use
      eigen: geheim && { ...geheim, retourcode: randomBytes(8).toString('hex') },
    }
    const adres = adressen[MAILSOORTEN[soort].naar]
    return adres ? { ...addressed, soort, adres, zaakId, inzendingId, herinneringId, geheim } : drop()
  }

  const adres = naar({ ...found, geweigerdOp: null }, burgerId)
  const [zaak] = (await client.query<Zaak>(FIND_ZAAK, [zaakId, burgerId, row.vanVersie])).rows
  if (!adres || !zaak) return drop()
  const verlooptOp = nieuw ? nieuw.bevestigingVerlooptOp : found.bevestigingVerlooptOp
  const mayBeConfirmed = verlooptOp !== null && !isOver(verlooptOp, { now, atMostMs: BEVESTIGING_VALID_MS })
  if (isUndeliverable && mayBeConfirmed) return wait(HOUR_MS)
  const isClosed = totVersie !== null
  const { isFetching } = zaak
  if (!isClosed && isFetching && (zaak.mayBeEnd || !isOld(FETCH_LIMIT_MS))) return wait(LOOK_AGAIN_MS)
  if (!isClosed) await client.query(CLOSE, [id, zaak.versie])
  const tot = totVersie ?? zaak.versie
  return {
    ...addressed,
    soort,
    adres,
    zaakId: zaakId as string,
    van: row.vanVersie as number,
    tot,
    isUndeliverable,
    isFetching,
  }
}

/** null when there is no address, or it refuses mail */
function naar(adres: Adres | undefined, burgerId: string): Addressed['adres'] | null {
  if (!adres?.versleuteld || !adres.sleutelId || adres.geweigerdOp) return null
  const { versleuteld, sleutelId, retourcode } = adres
  return { versleuteld, sleutelId, retourcode, boundTo: boundTo(burgerId) }
}
