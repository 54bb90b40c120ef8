import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { CLIENT_ADDRESS_HEADER, clientParty } from '#lib/platform/http/client-address.ts'
import { API_HEADERS, notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { type Rate, type Spent, spend } from '#lib/platform/http/rate.ts'
import { refusePlaintext } from '#lib/platform/http/refuse-plaintext.ts'
import { entityTag, findKnownTag } from '#lib/platform/negotiation/negotiation.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { zaakLink } from '#lib/publieksportaal/mail/mail-content.ts'
import type { ZaakGegevens } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { tokenHashOf } from './agenda-adres.ts'
import { firstReactiedatum, type ZaakInAgenda } from './agendapunt.ts'
import { composeIcs } from './compose-ics.ts'

/** A limit beyond any useful calendar. */
const MOST_ZAKEN = 500

const FIND = `
  select burger_id as "burgerId", token_hash as "tokenHash", taal, versie, gewijzigd_op as "gewijzigdOp" from agenda
  where token_hash = $1`

/**
 * `lateral` keeps the zaaktype a key lookup for each zaak, and `offset 0` the inzendingen an index lookup.
 */
const READ = `
  with fetched as (
    update agenda set opgehaald_op = $2 where burger_id = $1 and token_hash = $3
  )
  select zaak.id, zaak.gegevens, live_volgnummer as volgnummer, bijgewerkt_op as "bijgewerktOp",
    type.closes as "isAfgerond", array(
      select sent ->> 'id' from (
        select * from inzending
        where zaak_id = zaak.id and soort = 'aanvulling' and teruggenomen_op is null
          and uitkomst is distinct from 'refused' offset 0
      ) as said cross join jsonb_array_elements(said.aanvullingen) as sent
      where said.burger_id = $1
    ) as gemeld
  from zaak
  cross join lateral (
    select gegevens @> jsonb_build_object(
      'resultaattypen', jsonb_build_array(jsonb_build_object('statuscode', statuscode))
    ) as closes
    from zaaktype where zaaktype.identificatie = zaak.zaaktype and zaaktype.versie = zaaktype_versie
  ) as type
  where burger_id = $1 and (einddatum is null or jsonb_path_exists(
    zaak.gegevens -> 'besluiten', '$[*].** ? (@.uiterlijkeReactiedatum >= $first)', jsonb_build_object('first', $4::text)
  ))
  order by zaak.gegevens ->> 'einddatumGepland', zaak.id limit ${MOST_ZAKEN}`

type Agenda = {
  burgerId: string
  tokenHash: string
  taal: 'nl' | 'en'
  versie: number
  gewijzigdOp: Date | null
}

/** Returns the agenda with this address; `undefined` when the address is unknown or stopped. */
export async function findAgendaOfToken(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  tokenHash: string,
): Promise<Agenda | undefined> {
  return (await pool.query<Agenda>({ name: 'find-agenda', text: FIND, values: [tokenHash] })).rows[0]
}

/** Returns the days of this citizen's zaken as iCalendar. Records the fetch. */
export async function readAgenda(
  { env, pool, clock }: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock'>,
  agenda: Agenda,
): Promise<string> {
  const now = clock()
  const today = dateInAmsterdam(now)
  const values = [agenda.burgerId, now, agenda.tokenHash, firstReactiedatum(today)]
  type Row = Pick<ZaakInAgenda, 'id' | 'volgnummer' | 'bijgewerktOp' | 'isAfgerond' | 'gemeld'> & {
    gegevens: ZaakGegevens
  }
  const { rows } = await pool.query<Row>({ name: 'read-agenda', text: READ, values })
  return composeIcs({
    agenda,
    zaken: rows.map(({ gegevens, ...zaak }) => ({ ...gegevens, ...zaak })),
    gemeente: platformEnv().GEMEENTE_NAAM,
    link: (zaakId) => zaakLink(env, zaakId),
    today,
  })
}

/**
 * The rate for one address: enough for three devices that fetch every five minutes, and for manual refreshes.
 */
const FETCHES: Rate = { perMinute: 1, burstMs: 20 * MINUTE_MS }

/**
 * The rate of unknown addresses for one client. A known address is not limited by client: a calendar provider
 * fetches for all its customers from few IP addresses, and retries stopped addresses for a while. Nobody can
 * guess 32 random bytes, so a miss costs one lookup and reveals nothing.
 */
const MISSES: Rate = { perMinute: 60, burstMs: MINUTE_MS }

/** Returns the rates of this process: fetches by burger, misses by client. */
function spentOn({ once }: Pick<PublieksportaalContext, 'once'>): { fetches: Spent; misses: Spent } {
  return once('agenda-rates', () => ({ fetches: new Map(), misses: new Map() }))
}

const HEADERS = {
  ...API_HEADERS,
  // cached by the client alone, and revalidated each time
  'Cache-Control': 'private, no-cache',
  'X-Robots-Tag': 'noindex, nofollow',
}

/**
 * Serves the agenda to a calendar program. The address is the only credential, so a bad address and a stopped
 * one get the same 404.
 *
 * @param bestand the last part of the path
 */
export async function handleAgenda(
  ctx: PublieksportaalContext,
  request: Request,
  { bestand }: { bestand: string },
): Promise<Response> {
  const refusal = refusePlaintext(request, { demo: ctx.env.DEMO, log: ctx.log })
  if (refusal) return refusal

  const { fetches, misses } = spentOn(ctx)
  const tokenHash = tokenHashOf(bestand)
  const agenda = tokenHash && (await findAgendaOfToken(ctx, tokenHash))
  if (!agenda) {
    const key = clientParty(request.headers.get(CLIENT_ADDRESS_HEADER))
    const missed = spend(misses, { key, rate: MISSES, now: ctx.clock() })
    return missed.ok ? notFoundResponse() : tooManyRequests(missed.retryAfterSeconds)
  }
  const spent = spend(fetches, { key: agenda.burgerId, rate: FETCHES, now: ctx.clock() })
  if (!spent.ok) return tooManyRequests(spent.retryAfterSeconds)

  const ics = await readAgenda(ctx, agenda)
  const tag = entityTag(ics)
  const known = findKnownTag(request.headers.get('if-none-match'), tag)
  const headers = { ...HEADERS, ETag: known ?? tag }
  if (known !== undefined) return new Response(null, { status: 304, headers })
  return new Response(ics, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' } })
}

function tooManyRequests(seconds: number): Response {
  return problemResponse(
    {
      status: 429,
      code: 'too_many_requests',
      detail: 'This is asked for too often. Ask again later.',
    },
    { 'Retry-After': String(seconds) },
  )
}
