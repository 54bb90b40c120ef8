import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import type { Gebeurtenis, Kenmerken } from './gebeurtenis.ts'
import type { Gelezen } from './read-gebeurtenissen.ts'

/** The events that a reader wants and may have. Absent types or zaaktypen mean all. All filters must hold. */
export type Selectie = {
  types?: readonly string[] | undefined
  zaaktypen?: readonly string[] | undefined
  filters: readonly AbonnementFilter[]
}

export const ALLES: Selectie = { filters: [] }

/** True when each read event is wanted, so a page needs no further reads. */
export function wantsAll({ types, zaaktypen, filters }: Selectie): boolean {
  return !types && !zaaktypen && filters.length === 0
}

/**
 * `tot`: the reader has all its events up to there. `isPurged`: the next matching event is no longer kept.
 */
type Keuze = { gewenst: Gebeurtenis[]; tot: number; isPurged: boolean }

/** Selects from `gelezen`, which was read after `vanaf`, the events of a reader. */
export function choose(selectie: Selectie, vanaf: number, { gebeurtenissen, hoogsteSequence }: Gelezen): Keuze {
  const isMissing = gebeurtenissen.length === 0 && hoogsteSequence > vanaf
  if (isMissing) return { gewenst: [], tot: vanaf, isPurged: true }
  const gewenst = gebeurtenissen.filter((gebeurtenis) => matches(selectie, gebeurtenis))
  const purged = gewenst.findIndex(({ body }) => body === null)
  if (purged < 0) return { gewenst, tot: gebeurtenissen.at(-1)?.sequence ?? vanaf, isPurged: false }
  const { sequence } = gewenst[purged] as Gebeurtenis
  return { gewenst: gewenst.slice(0, purged), tot: sequence - 1, isPurged: true }
}

/** True when a reader wants and may have an event. */
export function matches({ types, zaaktypen, filters }: Selectie, kenmerken: Kenmerken): boolean {
  return (
    (!types || types.includes(kenmerken.type)) &&
    (!zaaktypen || zaaktypen.includes(kenmerken.zaaktype)) &&
    filters.every((filter) => holds(filter, kenmerken))
  )
}

/** Equivalent to `filterpad` of the database, which selects events for abonnementen. */
function holds(filter: AbonnementFilter, kenmerken: Kenmerken): boolean {
  if ('all' in filter) return filter.all.every((one) => holds(one, kenmerken))
  if ('any' in filter) return filter.any.some((one) => holds(one, kenmerken))
  if ('not' in filter) return !holds(filter.not, kenmerken)
  if ('exact' in filter) return compare(filter.exact, kenmerken, (text, value) => text === value)
  if ('prefix' in filter) return compare(filter.prefix, kenmerken, (text, value) => text.startsWith(value))
  return compare(filter.suffix, kenmerken, (text, value) => text.endsWith(value))
}

function compare(
  wanted: Partial<Record<keyof Kenmerken, string | undefined>>,
  kenmerken: Kenmerken,
  isLike: (text: string, value: string) => boolean,
): boolean {
  return Object.entries(wanted).every(([name, value]) => {
    const text = kenmerken[name as keyof Kenmerken]
    return value === undefined || (text !== undefined && isLike(text, value))
  })
}
