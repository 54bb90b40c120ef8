import { encode } from 'next-auth/jwt'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { NOTIFY_LIVE } from '#lib/publieksportaal/inbox/live-hint.ts'

const COOKIE = 'zaakbode-mijn.session'

/** Signs in `count` citizens with one zaak each, and returns the cookies of their browsers. */
export async function signInCitizens({ pool, env }: PublieksportaalContext, count: number): Promise<string[]> {
  await pool.query(`insert into zaaktype (identificatie, gegevens) values ('BENCH', '{}') on conflict do nothing`)
  const { rows } = await pool.query<{ id: string }>(
    `with burgers as (
       insert into burger (id, bsn_hash) select gen_random_uuid(), 'bench ' || nummer from generate_series(1, $1) as nummer
       returning id
     ), zaken as (
       insert into zaak (id, burger_id, zaaktype, identificatie, omschrijving, team, startdatum, einddatum_gepland,
         uiterlijke_einddatum, statuscode, versie, bijgewerkt_op, live_volgnummer)
       select gen_random_uuid(), id, 'BENCH', 'BENCH', 'Standplaats', 'Team', now(), now(), now(), 'ontvangen', 1, now(), 0
       from burgers
     )
     insert into sessie (id, burger_id, verloopt_op) select gen_random_uuid(), id, now() + interval '2 hours' from burgers
     returning id`,
    [count],
  )
  await pool.query('analyze')
  const secret = env.PUBLIEKSPORTAAL_AUTH_SECRET
  const begonnenOp = Date.now()
  return Promise.all(
    rows.map(
      async ({ id }) => `${COOKIE}=${await encode({ token: { sessieId: id, begonnenOp }, secret, salt: COOKIE })}`,
    ),
  )
}

/** Changes the zaak of each of them in one commit. Returns when that was, in ms since 1970. */
export async function changeAllZaken({ pool }: PublieksportaalContext): Promise<number> {
  await pool.query(
    `with numbered as (
       update burger set live_volgnummer = live_volgnummer + 1 returning id, live_volgnummer
     ), zaak as (
       update zaak set versie = versie + 1, live_volgnummer = numbered.live_volgnummer
       from numbered where zaak.burger_id = numbered.id
       returning zaak.burger_id, zaak.live_volgnummer, zaak.id, zaak.versie
     )
     select count(${NOTIFY_LIVE}) from zaak`,
  )
  return performance.timeOrigin + performance.now()
}
