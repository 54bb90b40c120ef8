import { addToDate, dateInAmsterdam, hourInAmsterdam, isoDate } from '#lib/platform/calendar.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { isVrijeDag, naarWerkdag } from '#lib/platform/feestdagen.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { mailServer, vapid } from '#lib/publieksportaal/env.ts'
import type { Herinneringsoort } from '#lib/publieksportaal/generated/client.ts'
import { MAX_APPARATEN } from '#lib/publieksportaal/inbox/order-news.ts'
import { findZaakOfBurger } from '#lib/publieksportaal/zaak/find-zaken-of-burger.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { antwoordOf } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'

/** A last day to act, `yyyy-mm-dd`. */
type Termijn = { soort: Herinneringsoort; laatsteDag: string }

/**
 * Returns the last days that the citizen can be reminded of now. A request counts only while the table of
 * answers says that something is still to be sent. The portal does not know whether the citizen objected.
 */
export function openTermijnen(zaak: ZaakVanBurger, now: Date): Termijn[] {
  const today = dateInAmsterdam(now)
  const stand = voortgang(zaak, today)
  const { rij } = antwoordOf(stand, zaak, { taal: 'nl', now })
  const bezwaar = stand.reacties.filter(({ soort, uiterlijk }) => soort === 'bezwaar' && uiterlijk >= today)
  return [
    ...(rij === 'aanvullen' && stand.stilstand
      ? [{ soort: 'aanvulling' as const, laatsteDag: stand.stilstand.tot }]
      : []),
    ...bezwaar.map(({ uiterlijk }) => ({ soort: 'bezwaar' as const, laatsteDag: uiterlijk })),
  ]
}

/**
 * The working days that are left at the reminder. A request takes a day or two by post; an objection takes a
 * letter, and perhaps advice.
 */
const WERKDAGEN: Record<Herinneringsoort, number> = { aanvulling: 3, bezwaar: 5 }
/**
 * From the morning of a working day, when the citizen can call for help; late reminders go later that day.
 */
const FROM_HOUR = 9
const UNTIL_HOUR = 18
/** A citizen with such recent news has just read of the last day. */
const AFTER_NEWS_MS = DAY_MS
const BATCH = 100

type Candidate = { id: string; burgerId: string }

/**
 * Two index reads. A `not exists` would be hashed over all statussen. Everything else that rules out a
 * reminder is checked with the zaak.
 */
const FIND = `
  select id, burger_id as "burgerId" from (
    (select id, burger_id from zaak
     where aanvullen_tot between $1::date and $2::date and id > $4::uuid
     order by id limit ${BATCH})
    union
    (select id, burger_id from zaak where reageren_tot between $1::date and $3::date and id > $4::uuid
     order by id limit ${BATCH})
  ) as near
  where (select true from status where zaak_id = near.id and datum_status_gezet > $5 limit 1) is null
  order by id limit ${BATCH}`

/**
 * One statement queues the reminder on every channel that the citizen chose. It is idempotent by the key of
 * the row, across processes, and a crash leaves nothing. Skips a zaak that changed since it was read.
 */
const REMIND = `
  with made as (
    insert into herinnering (id, zaak_id, burger_id, soort, laatste_dag, tijdstip)
    select gen_random_uuid(), zaak.id, burger.id, $2::herinneringsoort, $3::date, $5::timestamptz
    from zaak join burger on burger.id = zaak.burger_id
    where zaak.id = $1::uuid and zaak.versie = $4::int
      and case when $2 = 'aanvulling' then herinner_aanvulling else herinner_bezwaar end
    on conflict (zaak_id, soort, laatste_dag) do nothing
    returning id, zaak_id, burger_id
  ), mailed as (
    insert into uitgaande_mail (id, soort, burger_id, zaak_id, herinnering_id, volgende_poging, aangemaakt_op)
    select gen_random_uuid(), 'herinnering', burger_id, zaak_id, id, $5::timestamptz, $5::timestamptz from made
    where $6::boolean and exists (select from emailadres where burger_id = made.burger_id and versleuteld is not null)
  ), pushed as (
    insert into uitgaande_push (id, apparaat_id, zaak_id, van_versie, herinnering_id, volgende_poging, aangemaakt_op)
    select gen_random_uuid(), apparaat.id, made.zaak_id, $4::int, made.id, $5::timestamptz, $5::timestamptz
    from made cross join lateral (
      select id from apparaat where burger_id = made.burger_id limit ${MAX_APPARATEN}
    ) apparaat
    where $7::boolean
    on conflict (apparaat_id, zaak_id) do update
      set herinnering_id = excluded.herinnering_id, aanvraag = uitgaande_push.aanvraag + 1
  )
  select id from made`

/**
 * Queues reminders of near last days. The days are computed anew each time, so a day that moves has a new
 * reminder.
 */
export async function orderHerinneringen(
  ctx: PublieksportaalContext,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const now = ctx.clock()
  const today = dateInAmsterdam(now)
  const hour = hourInAmsterdam(now)
  if (hour < FROM_HOUR || hour >= UNTIL_HOUR || isVrijeDag(today)) return
  const tot = {
    aanvulling: afterWerkdagen(today, WERKDAGEN.aanvulling),
    bezwaar: afterWerkdagen(today, WERKDAGEN.bezwaar),
  }
  let after = '00000000-0000-0000-0000-000000000000'
  while (!signal?.aborted) {
    const { rows } = await ctx.pool.query<Candidate>({
      name: 'find-to-remind',
      text: FIND,
      values: [today, tot.aanvulling, tot.bezwaar, after, new Date(now.getTime() - AFTER_NEWS_MS)],
    })
    for (const candidate of rows) await remind(ctx, { ...candidate, tot, now })
    if (rows.length < BATCH) return
    after = (rows.at(-1) as Candidate).id
  }
}

async function remind(
  ctx: PublieksportaalContext,
  { id: zaakId, burgerId, tot, now }: Candidate & { tot: Record<Herinneringsoort, string>; now: Date },
): Promise<void> {
  const zaak = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!zaak) return
  for (const { soort, laatsteDag } of openTermijnen(zaak, now)) {
    if (laatsteDag > tot[soort]) continue
    const channels = [mailServer(ctx.env) !== undefined, vapid(ctx.env) !== undefined]
    await ctx.pool.query(REMIND, [zaakId, soort, laatsteDag, zaak.versie, now, ...channels])
  }
}

/** Returns the working day, `yyyy-mm-dd`, `count` working days later. */
function afterWerkdagen(date: string, count: number): string {
  return count === 0 ? date : afterWerkdagen(naarWerkdag(addToDate(date, 'P1D')), count - 1)
}

/**
 * Returns the subject of a reminder; `undefined` when it no longer holds: it was done, the last day moved or
 * passed, or the citizen does not want it. Read at sending time, because the citizen may have acted
 * meanwhile.
 */
export async function findHerinnering(
  ctx: PublieksportaalContext,
  { herinneringId, burgerId }: { herinneringId: string; burgerId: string },
): Promise<{ termijn: Termijn; zaak: ZaakVanBurger } | undefined> {
  const found = await ctx.db.herinnering.findFirst({
    where: {
      id: herinneringId,
      burgerId,
      OR: [
        { soort: 'aanvulling', burger: { herinnerAanvulling: true } },
        { soort: 'bezwaar', burger: { herinnerBezwaar: true } },
      ],
    },
  })
  const zaak = found && (await findZaakOfBurger(ctx, { burgerId, zaakId: found.zaakId }))
  if (!zaak) return undefined
  const termijn = openTermijnen(zaak, ctx.clock()).find(
    ({ soort, laatsteDag }) => soort === found.soort && laatsteDag === isoDate(found.laatsteDag),
  )
  return termijn && { termijn, zaak }
}
