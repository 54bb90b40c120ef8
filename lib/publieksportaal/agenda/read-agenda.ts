import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { platformEnv } from '#lib/platform/env.ts'
import type { PublieksportaalContext } from '../context.ts'
import { zaakLink } from '../mail/links.ts'
import type { ZaakGegevens } from '../zaak/zaak-van-burger.ts'
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
