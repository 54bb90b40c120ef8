import type { PublieksportaalContext } from '../context.ts'
import type { ZaaksysteemApi } from './call-zaaksysteem.ts'
import { fetchZaak } from './fetch-zaak.ts'
import { storeZaak } from './store-zaak.ts'

/** Few at a time: receiving events goes first, and shares this process. */
const BATCH_SIZE = 2
/** For so long nobody else takes an order; longer than a fetch can last. */
const LEASE_SECONDS = 30
const FIRST_RETRY_SECONDS = 1
const LONGEST_RETRY_SECONDS = 5 * 60

type Ophaalopdracht = { zaakId: string; aanvraag: number; pogingen: number }

/** Fetches a few of the zaken that are due. Returns how many; fewer than a batch means that no more are waiting. */
export async function processOphaalopdrachten(ctx: PublieksportaalContext): Promise<{ more: boolean }> {
  const claimed = await claimOphaalopdrachten(ctx)
  await Promise.all(claimed.map((opdracht) => processOphaalopdracht(ctx, opdracht)))
  return { more: claimed.length === BATCH_SIZE }
}

async function claimOphaalopdrachten(ctx: PublieksportaalContext): Promise<Ophaalopdracht[]> {
  const { rows } = await ctx.pool.query<Ophaalopdracht>({
    name: 'claim-ophaalopdrachten',
    text: `
      update ophaalopdracht
      set pogingen = pogingen + 1, volgende_poging = $1::timestamptz + make_interval(secs => ${LEASE_SECONDS})
      where zaak_id in (
        select zaak_id from ophaalopdracht where volgende_poging <= $1
        order by volgende_poging limit ${BATCH_SIZE} for update skip locked
      )
      returning zaak_id as "zaakId", aanvraag, pogingen`,
    values: [ctx.clock()],
  })
  return rows
}

/** No transaction is open during the fetch. An order that was renewed meanwhile stays, for it is about something newer. */
async function processOphaalopdracht(ctx: PublieksportaalContext, opdracht: Ophaalopdracht): Promise<void> {
  const { zaakId, aanvraag } = opdracht
  const reason = await refreshZaak(ctx, zaakId)
  if (reason === 'done' || reason === 'not_found') {
    if (reason === 'not_found') ctx.log.error({ zaakId, reason }, 'The zaaksysteem does not have this zaak; given up')
    await ctx.pool.query('delete from ophaalopdracht where zaak_id = $1 and aanvraag = $2', [zaakId, aanvraag])
    return
  }
  ctx.log.warn({ zaakId, reason, attempt: opdracht.pogingen }, 'A zaak could not be fetched; trying again later')
  const retrySeconds = Math.min(FIRST_RETRY_SECONDS * 2 ** (opdracht.pogingen - 1), LONGEST_RETRY_SECONDS)
  await ctx.pool.query('update ophaalopdracht set volgende_poging = $3 where zaak_id = $1 and aanvraag = $2', [
    zaakId,
    aanvraag,
    new Date(ctx.clock().getTime() + retrySeconds * 1000),
  ])
}

async function refreshZaak(ctx: PublieksportaalContext, zaakId: string) {
  const api: ZaaksysteemApi = {
    base: ctx.env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_API,
    token: ctx.env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN,
  }
  const answer = await fetchZaak(api, zaakId)
  if (!answer.ok) return answer.reason === 'refused' && answer.httpStatus === 404 ? 'not_found' : answer.reason
  if (answer.value.uuid !== zaakId) return 'invalid_answer'
  try {
    await storeZaak(ctx, answer.value)
    return 'done'
  } catch (err) {
    ctx.log.error({ err, zaakId }, 'A fetched zaak could not be stored')
    return 'not_stored'
  }
}
