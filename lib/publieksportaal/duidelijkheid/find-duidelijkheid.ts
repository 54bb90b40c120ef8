import type { ZaaktypeResource } from '#lib/contract/zaak-resource.ts'
import type { PublieksportaalContext } from '../context.ts'

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
