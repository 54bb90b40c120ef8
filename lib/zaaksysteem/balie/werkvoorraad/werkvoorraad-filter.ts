import { weekOf } from '#lib/platform/calendar.ts'
import type { Gerechtigde } from '../../rechten/mag.ts'
import { leesbaarSql } from '../../rechten/mag-sql.ts'

export const TERMIJNEN = ['na_streefdatum', 'na_fataledatum', 'fataal_deze_week'] as const
export const OPSCHORTINGEN = ['ja', 'aanvulling', 'aanvulling_binnen'] as const

export type WerkvoorraadFilter = {
  /** part of a zaaknummer, aanvrager or omschrijving, case-insensitive; a short one is the number of a zaak */
  zoek?: string | undefined
  team?: string | undefined
  zaaktype?: string | undefined
  statustype?: string | undefined
  /** null: of nobody */
  behandelaarId?: string | null | undefined
  /** of zaken whose term runs */
  termijn?: (typeof TERMIJNEN)[number] | undefined
  /** the term stands still, by whatever or by an aanvulling; or an aanvulling was the last that came */
  opgeschort?: (typeof OPSCHORTINGEN)[number] | undefined
  afgehandeld: boolean
}

/** Collects the parameters of a statement; `add` returns the placeholder. */
export function sqlParameters() {
  const values: unknown[] = []
  return { values, add: (value: unknown) => `$${values.push(value)}` }
}

/** PostgreSQL refuses NUL in text, and `\`, `%` and `_` have a meaning in LIKE. */
function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

/** An index knows texts by three characters in a row; looking for fewer, it would be read from end to end. */
const MIN_ZOEKTEKENS = 3

export function isShort(zoek: string): boolean {
  return (zoek.match(/[\p{L}\p{N}]/gu) ?? []).length < MIN_ZOEKTEKENS
}

type Options = { add: (value: unknown) => string; today: string }

/** The zaken of a list, as far as its reader may read them. @param options.today in the Netherlands, `yyyy-mm-dd` */
export function toSelection(filter: WerkvoorraadFilter, lezer: Gerechtigde, options: Options) {
  const { filter: ofTeam, afscherming } = leesbaarSql(lezer, options.add)
  return {
    conditions: [...filterConditions(filter, options), ...ofTeam],
    afscherming,
    text: textCondition(filter, options),
    passed: passedCondition(filter, options),
  }
}

/** The conditions on `zaak` for a filter, but for a text that is searched for and a date that has passed. The first one says whether it is open. */
function filterConditions(filter: WerkvoorraadFilter, { add, today }: Options): string[] {
  const { team, zaaktype, statustype, behandelaarId, termijn, opgeschort } = filter
  const state = filter.afgehandeld ? 'zaak.einddatum is not null' : 'zaak.einddatum is null'
  const zoek = zoekOf(filter)
  // said so, no index of open zaken fits, and that of numbers is left
  const conditions = zoek && isNummer(zoek) ? [`(${state}) is true`, hasNummer(zoek, add)] : [state]
  if (team) conditions.push(`zaak.team = ${add(team)}`)
  if (zaaktype) conditions.push(`zaak.zaaktype = ${add(zaaktype)}`)
  if (statustype) conditions.push(`zaak.statustype = ${add(statustype)}`)
  if (behandelaarId) conditions.push(`zaak.behandelaar_id = ${add(behandelaarId)}::uuid`)
  if (behandelaarId === null) conditions.push('zaak.behandelaar_id is null')
  if (termijn) conditions.push('zaak.opschorting is null')
  if (termijn === 'fataal_deze_week') {
    const { monday, sunday } = weekOf(today)
    conditions.push(`zaak.uiterlijke_einddatum between ${add(monday)}::date and ${add(sunday)}::date`)
  }
  // by itself `= 'aanvulling'` does not tell the planner that the index of what is suspended fits
  if (opgeschort === 'ja' || opgeschort === 'aanvulling') conditions.push('zaak.opschorting is not null')
  if (opgeschort === 'aanvulling') conditions.push("zaak.opschorting = 'aanvulling'")
  if (opgeschort === 'aanvulling_binnen') conditions.push("zaak.laatste_soort = 'aanvulling_ontvangen'")
  return conditions
}

const DATE_OF = { na_streefdatum: 'zaak.einddatum_gepland', na_fataledatum: 'zaak.uiterlijke_einddatum' }

function passedCondition({ termijn }: WerkvoorraadFilter, { add, today }: Options) {
  if (termijn !== 'na_streefdatum' && termijn !== 'na_fataledatum') return undefined
  const date = DATE_OF[termijn]
  return { date, condition: `${date} < ${add(today)}::date` }
}

/** A whole zaaknummer, or all of its digits after the year. */
const WHOLE_NUMMER = /^(?:ZAAK-\d{4}-)?\d{10}$/i
const isNummer = (zoek: string) => isShort(zoek) || WHOLE_NUMMER.test(zoek)

function hasNummer(zoek: string, add: (value: unknown) => string): string {
  if (!/^\d+$/.test(zoek)) return WHOLE_NUMMER.test(zoek) ? `zaak.identificatie = upper(${add(zoek)})` : 'false'
  return `zaak.nummer = ${add(zoek)}::bigint`
}

/** The condition that a text is found in a zaak; none when the filter has no text. */
function textCondition(filter: WerkvoorraadFilter, { add }: Pick<Options, 'add'>): string | undefined {
  const zoek = zoekOf(filter)
  if (!zoek || isNummer(zoek)) return undefined
  const pattern = add(containsPattern(zoek))
  return `(zaak.identificatie ilike ${pattern} or zaak.aanvrager_naam ilike ${pattern} or zaak.omschrijving ilike ${pattern})`
}

const zoekOf = ({ zoek }: WerkvoorraadFilter) => zoek?.replaceAll('\0', '').trim()
