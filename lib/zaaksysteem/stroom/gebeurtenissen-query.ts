import { z } from 'zod'
import { abonnementFilters } from '#lib/contract/abonnement-filters.ts'
import { eventType } from '#lib/contract/abonnement-resource.ts'
import { MAX_GEBEURTENISSEN, MAX_SEQUENCE, MAX_WACHT_SECONDS } from '#lib/contract/gebeurtenissen-page.ts'
import { line } from '#lib/contract/text.ts'
import { wholeNumber } from '#lib/platform/openapi/whole-number.ts'
import type { ApiClient } from '../api/api-client.ts'
import { findUnknownNames, type Named, namedIn } from '../catalogus/unknown-names.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { nameUnknown } from './refusals.ts'
import type { Selectie } from './selectie.ts'

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
