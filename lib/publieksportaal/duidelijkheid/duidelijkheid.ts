import type { ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'

/** The text of a request for things; any other text is named by its statuscode. */
export const AANVULLEN = 'aanvullen'

/** The closing text is asked about for this long after the end. */
const ASK_AFTER_END = 'P6W'

/** A task of the citizen is done after one of these. */
const DONE: readonly ZaakVanBurger['statussen'][number]['soort'][] = ['aanvulling_gemeld', 'aanvulling_ontvangen']

/**
 * Returns the text to ask the citizen about: that of a task that he did, or that of how the zaak ended. Null
 * otherwise, because he has other things to read.
 */
export function findTekst(
  { einddatum, statuscode, opschorting, aanvullingen, gemeld, statussen }: ZaakVanBurger,
  now: Date,
): string | null {
  const today = dateInAmsterdam(now)
  if (einddatum) return today <= addToDate(einddatum, ASK_AFTER_END) ? statuscode : null
  const waits = opschorting?.soort === 'aanvulling' && opschorting.tot >= today
  const left = aanvullingen.filter(({ id, ontvangenOp }) => !ontvangenOp && !(id && gemeld.includes(id)))
  const isSaid = waits && aanvullingen.length > 0 && left.length === 0
  return isSaid || DONE.includes(statussen.at(-1)?.soort ?? 'registratie') ? AANVULLEN : null
}

/** Limits of the page. */
const MOST_TEKSTEN = 100
const MOST_REDENEN = 200
/** Redenen are searched among this many answers, because not everybody writes one. */
const NEWEST = 10_000

type Reden = { /** `yyyy-mm-dd` */ dag: string; duidelijk: boolean; reden: string }

export type TekstRegel = {
  /** identificatie, and the name when the portal knows it */
  zaaktype: string
  zaaktypenaam: string
  /** a statuscode or AANVULLEN, and its name; null when the portal does not know it */
  tekst: string
  tekstnaam: string | null
  ja: number
  nee: number
  /** newest first, among the last MOST_REDENEN */
  redenen: Reden[]
}

const COUNT = `
  select zaaktype, tekst, (count(*) filter (where duidelijk))::int as ja, (count(*) filter (where not duidelijk))::int as nee
  from duidelijkheid group by zaaktype, tekst order by nee desc, ja desc, zaaktype, tekst limit ${MOST_TEKSTEN}`

const FIND_REDENEN = `
  select zaaktype, tekst, dag::text, duidelijk, reden from (
    select * from duidelijkheid order by dag desc, id limit ${NEWEST}
  ) as newest
  where reden is not null order by dag desc, id limit ${MOST_REDENEN}`

/** Returns the texts with answers, those that most citizens found unclear first. */
export async function findDuidelijkheid({
  db,
  pool,
}: Pick<PublieksportaalContext, 'db' | 'pool'>): Promise<TekstRegel[]> {
  const { rows } = await pool.query<Pick<TekstRegel, 'zaaktype' | 'tekst' | 'ja' | 'nee'>>(COUNT)
  const { rows: redenen } = await pool.query<Reden & { zaaktype: string; tekst: string }>(FIND_REDENEN)
  const zaaktypen = await db.zaaktype.findMany({
    where: { identificatie: { in: rows.map(({ zaaktype }) => zaaktype) } },
    orderBy: { versie: 'asc' },
  })
  const known = new Map(
    zaaktypen.map(({ identificatie, gegevens }) => [identificatie, gegevens as Partial<ZaaktypeResource>]),
  )
  return rows.map((row) => {
    const zaaktype = known.get(row.zaaktype)
    const eindes = [...(zaaktype?.resultaattypen ?? []), ...(zaaktype?.statustypen ?? [])]
    const named = eindes.find((each) => ('statuscode' in each ? each.statuscode : each.code) === row.tekst)
    return {
      ...row,
      zaaktypenaam: zaaktype?.omschrijving?.nl ?? row.zaaktype,
      tekstnaam: named?.omschrijving.nl ?? null,
      redenen: redenen.flatMap(({ zaaktype, tekst, ...reden }) =>
        zaaktype === row.zaaktype && tekst === row.tekst ? [reden] : [],
      ),
    }
  })
}

export const MOST_REDENTEKENS = 300

/**
 * Stores whether a text was clear, for the authors of texts. Anonymous: only the zaaktype and the day are
 * stored, and neither log nor audittrail records the act.
 *
 * @returns false when there is no text to ask about
 */
export async function recordDuidelijkheid(
  { db, clock }: Pick<PublieksportaalContext, 'db' | 'clock'>,
  zaak: ZaakVanBurger,
  { duidelijk, reden }: { duidelijk: boolean; reden: string },
): Promise<boolean> {
  const now = clock()
  const tekst = findTekst(zaak, now)
  if (tekst === null) return false
  const { identificatie: zaaktype } = zaak.zaaktype
  const dag = new Date(dateInAmsterdam(now))
  await db.duidelijkheid.create({
    data: { dag, zaaktype, tekst, duidelijk, reden: reden || null },
    select: { dag: true },
  })
  return true
}
