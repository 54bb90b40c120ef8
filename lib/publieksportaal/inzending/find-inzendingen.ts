import type { Inzendinguitkomst } from '#lib/contract/inzendingen.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import type { Inzendingsoort } from '#lib/publieksportaal/generated/client.ts'
import { WACHTRIJEN } from '#lib/publieksportaal/outbox/wachtrijen.ts'
import { REFUSED, type ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import type { GestuurdBestand, GestuurdeAanvulling } from './record-inzending.ts'

export type InzendingVanBurger = {
  nummer: string
  soort: Inzendingsoort
  /** the versie of the zaak that the citizen saw */
  versie: number
  tijdstip: Date
  aanvullingen: GestuurdeAanvulling[]
  /** the files that were sent with it through this portal */
  bestanden: GestuurdBestand[]
  /** the text of a vraag */
  tekst: string | null
  /** the gemachtigde who acted; null when the burger acted himself */
  gemachtigdeId: string | null
  /** the outcome at the zaaksysteem; null while it is unknown */
  uitkomst: string | null
  /** the reason of a permanent refusal by the zaaksysteem, when known */
  foutcode: string | null
  /** when the zaaksysteem received it */
  doorgegevenOp: Date | null
  /** the end of the time to take it back; null when that is no longer possible */
  terugTeNemenTot: Date | null
  /** when it was taken back: the zaaksysteem never receives it */
  teruggenomenOp: Date | null
}

/** Returns the inzendingen of this citizen for an own zaak, oldest first. */
export async function findInzendingen(
  { db, clock }: Pick<PublieksportaalContext, 'db' | 'clock'>,
  { burgerId, zaakId }: { burgerId: string; zaakId: string },
): Promise<InzendingVanBurger[]> {
  const rows = await db.inzending.findMany({
    where: { burgerId, zaakId, zaak: { burgerId } },
    orderBy: { id: 'asc' },
    omit: { id: true, burgerId: true, zaakId: true, volgendePoging: true, httpStatus: true },
  })
  const now = clock()
  return rows.map(({ pogingen, terugTeNemenTot: tot, ...row }) => ({
    ...row,
    foutcode: row.uitkomst === REFUSED ? row.foutcode : null,
    aanvullingen: row.aanvullingen as GestuurdeAanvulling[],
    bestanden: row.bestanden as GestuurdBestand[],
    terugTeNemenTot: tot && tot > now && pogingen === 0 && !row.teruggenomenOp ? tot : null,
  }))
}

type Verzoek = {
  /** the change of the zaak that settles it */
  settledBy: ZaakVanBurger['statussen'][number]['soort']
  /** the uitkomsten with which the desk does not have the request */
  notThere: readonly (Inzendinguitkomst | typeof REFUSED)[]
}

/**
 * The requests of a citizen. An earlier request to withdraw is the same request; an earlier question is
 * another one.
 */
const VERZOEKEN = {
  intrekking: { settledBy: 'intrekking_afgewezen', notThere: [REFUSED, 'closed'] },
  vraag: { settledBy: 'vraag_beantwoord', notThere: [REFUSED, 'closed', 'requested_already'] },
} as const satisfies Record<string, Verzoek>

/** Returns the last request of this kind, unless it was settled since, or the desk does not have it. */
export function findOpenVerzoek<Asked extends Pick<InzendingVanBurger, 'soort' | 'versie' | 'uitkomst'>>(
  soort: keyof typeof VERZOEKEN,
  { statussen }: Pick<ZaakVanBurger, 'statussen'>,
  inzendingen: readonly Asked[],
): Asked | undefined {
  const { settledBy, notThere }: Verzoek = VERZOEKEN[soort]
  const asked = inzendingen.findLast((one) => one.soort === soort && !notThere.some((each) => each === one.uitkomst))
  const settled = statussen.findLast((one) => one.soort === settledBy)
  return settled && asked && settled.versie > asked.versie ? undefined : asked
}

/** Adds to each zaak whether the citizen has an unanswered request to withdraw it. */
export async function findIntrekkingen<Zaak extends Pick<ZaakVanBurger, 'id' | 'statussen'>>(
  { db }: Pick<PublieksportaalContext, 'db'>,
  { burgerId, zaken }: { burgerId: string; zaken: readonly Zaak[] },
): Promise<(Zaak & { wilIntrekken: boolean })[]> {
  const asked = await db.inzending.findMany({
    where: { burgerId, soort: 'intrekking', zaakId: { in: zaken.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    select: { zaakId: true, soort: true, versie: true, uitkomst: true },
  })
  const ofZaak = Map.groupBy(asked, ({ zaakId }) => zaakId)
  return zaken.map((zaak) => ({
    ...zaak,
    wilIntrekken: findOpenVerzoek('intrekking', zaak, ofZaak.get(zaak.id) ?? []) !== undefined,
  }))
}

/** The inzendingen that are due and that the zaaksysteem does not have yet. */
export type Waiting = {
  waiting: number
  /** when the oldest became due; null when nothing waits */
  sinds: Date | null
  /** the cause of its last failed attempt; null when there is none */
  foutcode: string | null
  httpStatus: number | null
}

const { table, waits, since } = WACHTRIJEN.citizen_message
const FIND = `
  select count(*) over ()::int as waiting, ${since} as sinds, foutcode, http_status as "httpStatus"
  from ${table} where ${waits} order by ${since} limit 1`

export async function findWaiting({ pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<Waiting> {
  const { rows } = await pool.query<Waiting>(FIND, [clock()])
  return rows[0] ?? { waiting: 0, sinds: null, foutcode: null, httpStatus: null }
}
