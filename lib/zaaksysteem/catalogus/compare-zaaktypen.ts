import { addToDate, daysBetween } from '#lib/platform/calendar.ts'
import type { ZaaktypeGegevens } from './zaaktype.ts'

export type Veldwijziging = {
  /** statussen, resultaten and redenen by code: `['statustypen', 'in_behandeling', 'antwoord', 'nl']` */
  veld: string[]
  /** null: absent or empty */
  van: string | null
  naar: string | null
}

/** Fields that follow from the position in a list. */
const DERIVED = ['code', 'volgnummer', 'isEindstatus']
/** The last path part of a term. */
const TERMS = ['duur', 'servicenorm', 'bewaartermijn', 'minstens']
/** From this day on a month has 31 days, as most months have. */
const BEGIN = '2026-03-01'

/** Returns the fields in which two zaaktypen differ, in the order of their fields. */
export function compareZaaktypen(van: ZaaktypeGegevens, naar: ZaaktypeGegevens): Veldwijziging[] {
  const [before, after] = [van, naar].map((gegevens) => new Map(fieldsOf(gegevens, []).map((each) => [each.key, each])))
  const all = new Map([...(before ?? []), ...(after ?? [])])
  return [...all.values()].flatMap(({ key, veld }) => {
    const [was, becomes] = [before, after].map((fields) => fields?.get(key)?.value ?? null)
    return was === becomes ? [] : { veld, van: was ?? null, naar: becomes ?? null }
  })
}

/**
 * Returns the terms that change by more than half, which may be typing errors. A term that is added or
 * removed counts too, except in a new status or resultaat.
 */
export function largeTermChanges(van: ZaaktypeGegevens, wijzigingen: readonly Veldwijziging[]): Veldwijziging[] {
  const known = [...van.statustypen, ...van.resultaattypen].map(({ code }) => code)
  return wijzigingen.filter(({ veld, van, naar }) => {
    const [soort, code = ''] = veld
    if (!TERMS.includes(veld.at(-1) as string)) return false
    if ((soort === 'statustypen' || soort === 'resultaattypen') && !known.includes(code)) return false
    if (van === null || naar === null) return true
    const [was, becomes] = [van, naar].map((duur) => daysBetween(BEGIN, addToDate(BEGIN, duur))) as [number, number]
    return Math.abs(becomes - was) * 2 > was
  })
}

type Field = { key: string; veld: string[]; value: string }

function fieldsOf(value: unknown, veld: string[]): Field[] {
  if (value === null || value === undefined || value === '') return []
  if (typeof value !== 'object') return [{ key: veld.join('\n'), veld, value: String(value) }]
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each !== 'object')) return fieldsOf(value.join(', '), veld)
    return value.flatMap((each) => fieldsOf(each, [...veld, each.code ?? each.naam]))
  }
  return Object.entries(value).flatMap(([name, each]) =>
    DERIVED.includes(name) ? [] : fieldsOf(each, [...veld, name]),
  )
}
