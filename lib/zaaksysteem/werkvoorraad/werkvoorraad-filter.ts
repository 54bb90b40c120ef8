import { addToDate, weekOf } from '#lib/platform/calendar.ts'
import { join, raw, type Sql, sql, withoutNul } from '#lib/platform/postgres/sql.ts'
import type { Gerechtigde } from '../rechten/mag.ts'
import { leesbaarSql } from '../rechten/mag-sql.ts'
import { loopt } from '../zaak/handelingen/te-laat/te-laat.ts'
import { SORT_KEYS, type Sortering, STREEFDATUM_BY_STATUS } from './werkvoorraad-sort.ts'

/** The limit of a count: more is of no use to a behandelaar, and would read all zaken. */
export const MAX_COUNTED = 1000

export const TERMIJNEN = ['na_streefdatum', 'na_fataledatum', 'fataal_deze_week', 'fataal_twee_weken'] as const
export const TWEE_WEKEN = 'P14D'
export const OPSCHORTINGEN = [
  'ja',
  'aanvulling',
  'aanvulling_binnen',
  'instemming',
  'zonder_einde',
  'vraag_open',
] as const
/** Options that are not about the term, but about work for the desk. */
const LIES_AT_DESK: readonly WerkvoorraadFilter['opgeschort'][] = ['aanvulling_binnen', 'vraag_open']

export type WerkvoorraadFilter = {
  /** words, each in a zaaknummer, aanvrager or omschrijving; a short one is the number of a zaak */
  zoek?: string | undefined
  team?: string | undefined
  zaaktype?: string | undefined
  statustype?: string | undefined
  /** null: unassigned */
  behandelaarId?: string | null | undefined
  /** only zaken whose term runs */
  termijn?: (typeof TERMIJNEN)[number] | undefined
  /**
   * The term is suspended: at all, for an aanvulling, by consent or without an end. `aanvulling_binnen`: an
   * aanvulling came last. `vraag_open`: a question is unanswered.
   */
  opgeschort?: (typeof OPSCHORTINGEN)[number] | undefined
  afgehandeld: boolean
}

/** `\`, `%` and `_` have a meaning in LIKE. */
function containsPattern(text: string, before = ''): string {
  return `%${before}${text.replace(/[\\%_]/g, '\\$&')}%`
}

/** The trigram index needs three characters; a shorter text would scan all of it. */
const MIN_ZOEKTEKENS = 3

export function isShort(zoek: string): boolean {
  return (zoek.match(/[\p{L}\p{N}]/gu) ?? []).length < MIN_ZOEKTEKENS
}

/** Acts change these list columns in a row of their own, so that an act writes no index of `zaak`. */
const ZAKEN_BY_STATUS = sql`(
  select zaak.*, lijststatus.zaak_id as lijst_zaak_id, lijststatus.afgehandeld as lijst_afgehandeld,
    lijststatus.statustype as lijststatustype, lijststatus.statusnaam as lijststatusnaam,
    lijststatus.einddatum_gepland as lijststreefdatum, lijststatus.aanvulling_binnen
  from zaak join lijststatus on lijststatus.zaak_id = zaak.id
) as zaak`

type Query = WerkvoorraadFilter & { sorteer?: Sortering }

/**
 * Returns the selection of a list, as far as its reader may read. Without an order the count is simpler.
 *
 * @param today in the Netherlands, `yyyy-mm-dd`
 */
export function toSelection(filter: Query, lezer: Gerechtigde, today: string) {
  const { filter: ofTeam, afscherming } = leesbaarSql(lezer)
  const { sorteer = 'streefdatum' } = filter
  const isOfStatus = filter.statustype || filter.opgeschort === 'aanvulling_binnen'
  return {
    from: isOfStatus || sorteer === 'status' ? ZAKEN_BY_STATUS : sql`zaak`,
    key: isOfStatus && sorteer === 'streefdatum' ? STREEFDATUM_BY_STATUS : SORT_KEYS[sorteer],
    conditions: filterConditions(filter, today, ofTeam),
    afscherming,
    text: textCondition(filter),
    passed: passedCondition(filter, today),
  }
}

/** Returns the conditions without text search and passed date. The first tests whether a zaak is open. */
function filterConditions(filter: Query, today: string, ofTeam: readonly Sql[]): Sql[] {
  const { sorteer, team, zaaktype, statustype, behandelaarId, termijn, opgeschort } = filter
  const ofZaak = filter.afgehandeld ? sql`zaak.einddatum is not null` : sql`zaak.einddatum is null`
  const ofLijst = filter.afgehandeld ? sql`zaak.lijst_afgehandeld` : sql`not zaak.lijst_afgehandeld`
  const zoek = zoekOf(filter)
  const conditions = [...ofTeam]
  if (zoek && isNummer(zoek)) conditions.push(hasNummer(zoek))
  if (team) conditions.push(sql`zaak.team = ${team}`)
  if (zaaktype) conditions.push(sql`zaak.zaaktype = ${zaaktype}`)
  if (statustype) conditions.push(sql`zaak.lijststatustype = ${statustype}`)
  if (behandelaarId) conditions.push(sql`zaak.behandelaar_id = ${behandelaarId}::uuid`)
  if (behandelaarId === null) conditions.push(sql`zaak.behandelaar_id is null`)
  // repeats the name, because the index of that order begins with it
  if (behandelaarId !== undefined && sorteer === 'behandelaar') {
    conditions.push(sql`zaak.behandelaarnaam collate "C" = coalesce(
      (select naam from behandelaar where id = ${behandelaarId}::uuid), '')`)
  }
  if (termijn) conditions.push(raw(loopt(today)))
  if (termijn === 'fataal_deze_week') {
    const { monday, sunday } = weekOf(today)
    conditions.push(sql`zaak.uiterlijke_einddatum between ${monday}::date and ${sunday}::date`)
  }
  if (termijn === 'fataal_twee_weken') {
    conditions.push(sql`zaak.uiterlijke_einddatum between ${today}::date and ${addToDate(today, TWEE_WEKEN)}::date`)
  }
  // `= 'aanvulling'` alone does not tell the planner that the partial index of suspended zaken fits
  if (opgeschort && !LIES_AT_DESK.includes(opgeschort)) conditions.push(sql`zaak.opschorting is not null`)
  if (opgeschort) conditions.push(...IS_OPGESCHORT[opgeschort])
  // Takes all open zaken from the row that gives the order. Otherwise a planner whose statistics count few
  // open zaken reads an index of them for each row.
  const isAll = conditions.length === 0 && !zoek
  const state = sorteer !== 'status' ? ofZaak : isAll ? ofLijst : sql`${ofZaak} and ${ofLijst}`
  // written so that no index of open zaken fits, which leaves the index of numbers
  return [zoek && isNummer(zoek) ? sql`(${state}) is true` : state, ...conditions]
}

const IS_OPGESCHORT: Record<(typeof OPSCHORTINGEN)[number], Sql[]> = {
  ja: [],
  aanvulling: [sql`zaak.opschorting = 'aanvulling'`],
  aanvulling_binnen: [sql`zaak.aanvulling_binnen`],
  instemming: [sql`zaak.opschorting = 'instemming'`],
  zonder_einde: [sql`zaak.opschorting = 'opschorting'`],
  vraag_open: [
    sql`zaak.id = any (array(select zaak_id from inzending where soort = 'vraag' and beantwoord_versie is null))`,
  ],
}

const DATE_OF = { na_streefdatum: sql`zaak.einddatum_gepland`, na_fataledatum: sql`zaak.uiterlijke_einddatum` }

function passedCondition({ termijn }: WerkvoorraadFilter, today: string) {
  if (termijn !== 'na_streefdatum' && termijn !== 'na_fataledatum') return undefined
  const date = DATE_OF[termijn]
  return { date, condition: sql`${date} < ${today}::date` }
}

/** A whole zaaknummer, or all of its digits after the year. */
const WHOLE_NUMMER = /^(?:ZAAK-\d{4}-)?\d{10}$/i
const isNummer = (zoek: string) => isShort(zoek) || WHOLE_NUMMER.test(zoek)

function hasNummer(zoek: string): Sql {
  if (!/^\d+$/.test(zoek)) return WHOLE_NUMMER.test(zoek) ? sql`zaak.identificatie = upper(${zoek})` : sql`false`
  return sql`zaak.nummer = ${zoek}::bigint`
}

/** The text expression of the index. No word contains the space between the columns. */
export const ZOEKTEKST = sql`(zaak.identificatie || ' ' || zaak.aanvrager_naam || ' ' || zaak.omschrijving)`

/**
 * Returns the condition that each word occurs in a text of the zaak; `undefined` without a text. A short
 * word, such as a house number, matches at the beginning of a word, because zaaknummers contain most digits.
 * When all words are short, they are searched for as one text.
 */
function textCondition(filter: WerkvoorraadFilter): Sql | undefined {
  const words = wordsOf(filter)
  if (words.length === 0) return undefined
  const patterns = words.every(isShort)
    ? [containsPattern(zoekOf(filter) as string)]
    : words.map((word) => containsPattern(word, isShort(word) ? ' ' : ''))
  return join(
    patterns.map((pattern) => sql`${ZOEKTEKST} ilike ${pattern}`),
    ' and ',
  )
}

/** Returns the words that are searched for; none when the text is the number of a zaak. */
export function wordsOf(filter: WerkvoorraadFilter): string[] {
  const zoek = zoekOf(filter)
  return !zoek || isNummer(zoek) ? [] : zoek.split(/\s+/)
}

const zoekOf = ({ zoek }: WerkvoorraadFilter) => withoutNul(zoek ?? '').trim() || undefined
