import { z } from 'zod'
import { type AbonnementFilter, abonnementFilters } from '#lib/contract/abonnement-filters.ts'
import { eventType } from '#lib/contract/abonnement-resource.ts'
import { MAX_GEBEURTENISSEN, MAX_SEQUENCE, MAX_WACHT_SECONDS } from '#lib/contract/gebeurtenissen-page.ts'
import { line } from '#lib/contract/text.ts'
import { wholeNumber } from '#lib/platform/openapi/whole-number.ts'
import type { ApiClient } from '#lib/zaaksysteem/api/api-client.ts'
import { findUnknownNames, type Named, namedIn } from '#lib/zaaksysteem/catalogus/unknown-names.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { Gebeurtenis, Kenmerken } from './gebeurtenis.ts'
import type { Gelezen } from './read-gebeurtenissen.ts'
import { nameUnknown } from './refusals.ts'

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

const MAX_LISTED = 50

/** Patterns of list items, for readers of the schema. */
const IN_TYPE = '(?!\\.)[^\\u0000-\\u001F\\u007F-\\u009F*,]{1,200}(?<!\\.)'
const IN_ZAAKTYPE = '[^\\u0000-\\u001F\\u007F-\\u009F,]{1,80}'

const listOf = (item: z.ZodType<string, string>, form: string, message: string) =>
  z
    .string()
    .meta({ pattern: `^${form}(?:,${form}){0,${MAX_LISTED - 1}}$` })
    .transform((text) => text.split(','))
    .pipe(z.array(item).max(MAX_LISTED, message))

const json = z.string().transform((text, { addIssue }) => {
  try {
    return JSON.parse(text)
  } catch {
    addIssue('filters must be JSON.')
    return z.NEVER
  }
})

const vanaf = wholeNumber({
  minimum: 0,
  maximum: MAX_SEQUENCE,
  message: `vanaf must be a sequence: a whole number from 0 to ${MAX_SEQUENCE}.`,
  absent: 'A page requires vanaf: the sequence after which to read, 0 for all events.',
}).describe('The cursor: the sequence after which to read.')

const keuze = {
  types: listOf(eventType, IN_TYPE, `types holds at most ${MAX_LISTED} types.`)
    .optional()
    .describe('Event types, separated by commas. Default: all.'),
  zaaktypen: listOf(line(80).min(1), IN_ZAAKTYPE, `zaaktypen holds at most ${MAX_LISTED} zaaktypen.`)
    .optional()
    .describe('Identificaties of zaaktypen, separated by commas. Default: all.'),
  filters: json.pipe(abonnementFilters).default([]).describe('Filters in JSON, as in an abonnement.'),
}

export const gebeurtenissenQuery = z.object({
  vanaf,
  limiet: wholeNumber({
    minimum: 1,
    maximum: MAX_GEBEURTENISSEN,
    message: `limiet must be a whole number from 1 to ${MAX_GEBEURTENISSEN}.`,
  })
    .default(MAX_GEBEURTENISSEN)
    .describe('The maximum number of events on a page.'),
  wacht: wholeNumber({
    minimum: 0,
    maximum: MAX_WACHT_SECONDS,
    message: `wacht must be a whole number from 0 to ${MAX_WACHT_SECONDS}.`,
  })
    .default(0)
    .describe('The maximum number of seconds to wait for the first event when there is none yet.'),
  ...keuze,
})

export const stroomQuery = z.object({ vanaf: vanaf.optional(), ...keuze })

/**
 * Refuses names in the selection that do not exist, as for an abonnement; `undefined` when all exist. Names
 * of a zaaktype that the reader may not see are known too: they just match no event.
 */
export async function refuseUnknown(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'once'>,
  { types = [], zaaktypen = [], filters }: z.infer<typeof stroomQuery>,
): Promise<Response | undefined> {
  const named = [
    ...types.map((name): Named => ({ kind: 'type', name, parameter: 'types' })),
    ...zaaktypen.map((name): Named => ({ kind: 'zaaktype', name, parameter: 'zaaktypen' })),
    ...filters.flatMap((filter) => namedIn(filter, '')).map(({ kind, name }) => ({ kind, name, parameter: 'filters' })),
  ]
  const errors = await findUnknownNames(ctx, named, {})
  return errors.length > 0 ? nameUnknown(errors) : undefined
}

/** Returns the selection of a reader, limited to the rights of its token. */
export function selectieOf(
  { types, zaaktypen, filters }: z.infer<typeof stroomQuery>,
  permitted: Pick<ApiClient, 'zaaktypen' | 'types'>,
): Selectie {
  return { types: both(types, permitted.types), zaaktypen: both(zaaktypen, permitted.zaaktypen), filters }
}

/** Returns the intersection; absent means all. */
function both(asked: readonly string[] | undefined, permitted: readonly string[] | undefined) {
  return permitted && asked ? asked.filter((one) => permitted.includes(one)) : (asked ?? permitted)
}
