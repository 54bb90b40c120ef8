import { z } from 'zod'
import { line } from './text.ts'

/** A filter inside `all`, `any` or `not` is one level deeper than that filter. */
const MAX_DEPTH = 5
/** Limited, because each filter costs time for every event and delays the events behind it. */
export const MAX_FILTERS = 20
const TOO_MANY = `Give at most ${MAX_FILTERS} filters.`

/** A CloudEvents string holds no control characters. */
const value = line(200).min(1, 'A value must not be empty.')

const ATTRIBUTES = 'type, subject, zaaktype, nieuweStatus'

/** The attributes of an event to compare, each with its value. All of them must match. */
const comparison = z
  .strictObject(
    {
      type: value.optional(),
      subject: value.optional().describe('The UUID of the zaak.'),
      zaaktype: value.optional().describe('The identificatie of the zaaktype of the zaak.'),
      nieuweStatus: value
        .optional()
        .describe(
          'The new status in the data of the event; other events have none. An event that closes the zaak has the `statuscode` of the resultaat, not the eindstatus.',
        ),
      eindstatus: z
        .literal('true', 'eindstatus must be the text true; for other events use not.')
        .optional()
        .describe('The attribute `eindstatus` of the event, which closes the zaak.'),
    },
    { error: onUnknown(`Filter on ${ATTRIBUTES} or eindstatus.`) },
  )
  .refine((attributes) => Object.keys(attributes).length > 0, {
    error: `Name at least one of ${ATTRIBUTES} and eindstatus.`,
    params: { code: 'too_small' },
  })
  .meta({ minProperties: 1 })

type Comparison = z.infer<typeof comparison>

/**
 * A filter in one of the dialects of the CloudEvents subscriptions specification, section 3.2.4. `subject` is
 * the UUID of the zaak, `zaaktype` the identificatie of its zaaktype, `nieuweStatus` that of the event's
 * data. An attribute that the event lacks equals no value.
 */
export type AbonnementFilter =
  | { exact: Comparison }
  | { prefix: Comparison }
  | { suffix: Comparison }
  | { all: AbonnementFilter[] }
  | { any: AbonnementFilter[] }
  | { not: AbonnementFilter }

/** Replaces zod's message about unknown members. */
function onUnknown(message: string) {
  return ({ code }: { code?: string }) => (code === 'unrecognized_keys' ? message : undefined)
}

/**
 * Makes one schema per depth instead of a recursive one, so that validation never recurses deeper than
 * MAX_DEPTH.
 */
function filterAt(depth: number): z.ZodType<AbonnementFilter, AbonnementFilter> {
  const tooDeep = z.never(`Filters nest at most ${MAX_DEPTH} deep.`)
  const one = depth < MAX_DEPTH ? filterAt(depth + 1) : tooDeep
  const several = depth < MAX_DEPTH ? z.array(one).min(1, 'Give at least one filter.') : tooDeep
  return z
    .strictObject(
      {
        exact: comparison.optional().describe('Each attribute equals its value.'),
        prefix: comparison.optional().describe('Each attribute begins with its value.'),
        suffix: comparison.optional().describe('Each attribute ends with its value.'),
        all: several.optional().describe('All of these filters match.'),
        any: several.optional().describe('At least one of these filters matches.'),
        not: one.optional(),
      },
      { error: onUnknown('The dialects are exact, prefix, suffix, all, any and not.') },
    )
    .refine((filter) => Object.keys(filter).length === 1, {
      error: 'A filter has exactly one dialect.',
      params: { code: 'dialect_not_one' },
    })
    .meta({ id: `Filter${depth}`, minProperties: 1, maxProperties: 1 }) as unknown as z.ZodType<
    AbonnementFilter,
    AbonnementFilter
  >
}

function countFilters(filters: AbonnementFilter[]): number {
  const inner = filters.map((filter) => {
    if ('all' in filter) return countFilters(filter.all)
    if ('any' in filter) return countFilters(filter.any)
    return 'not' in filter ? countFilters([filter.not]) : 0
  })
  return inner.reduce((sum, count) => sum + count, filters.length)
}

/** The filters in a response: abonnementen from before the limit keep filters that exceed it. */
export const storedFilters = z.array(filterAt(1))

export const abonnementFilters = storedFilters
  // The length is checked before any filter is parsed.
  .max(MAX_FILTERS, TOO_MANY)
  .refine((filters) => countFilters(filters) <= MAX_FILTERS, { error: TOO_MANY, params: { code: 'too_big' } })
  .describe(
    'The filters of an abonnement. An event is delivered when all filters match, so an empty list matches every event. Values are compared case-sensitively. An attribute that the event lacks equals no value, so `not` matches it. At most 20 filters, including nested ones, and at most 5 levels deep.',
  )
