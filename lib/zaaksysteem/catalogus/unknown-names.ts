import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import { EVENT_TYPES, VOORVAL_TYPES } from '#lib/contract/event-types.ts'
import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { didYouMean } from '#lib/platform/nearest.ts'
import type { ApiClient } from '../api/api-client.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { findZaaktypeversies } from './find-zaaktypen.ts'
import { statussenOf, type Zaaktype } from './zaaktype.ts'

/** A whole name that an API client uses, and its place in the body or parameters. */
export type Named = { kind: 'type' | 'zaaktype' | 'status'; name: string } & Pick<
  ProblemDetail,
  'pointer' | 'parameter'
>

export const NAME_UNKNOWN = {
  status: 400,
  detail: 'An event type, zaaktype or status does not exist, so no event would ever match it; see errors.',
} as const

export const NAME_CODES = {
  type_unknown: 'There is no such event type.',
  zaaktype_unknown: 'The zaaktype does not exist, or your token may not see it.',
  status_unknown: 'No zaaktype that your token may see has this status.',
  status_is_eindstatus: 'This is an eindstatus. A closed zaak has the statuscode of its resultaat as its status.',
} as const

const CALLED = { type: 'event type', zaaktype: 'zaaktype', status: 'status' } as const

/**
 * Returns the names that no zaaktype visible to the client has, each with the name that may have been meant.
 */
export async function findUnknownNames(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'once'>,
  named: readonly Named[],
  client: Pick<ApiClient, 'zaaktypen'>,
): Promise<ProblemDetail[]> {
  const needsCatalogus = named.some(({ kind }) => kind !== 'type')
  const seen = needsCatalogus ? await findZaaktypenOfClient(ctx, client) : []
  const known = {
    type: [...Object.values(EVENT_TYPES), ...Object.values(VOORVAL_TYPES)] as string[],
    zaaktype: [...new Set(seen.map(({ identificatie }) => identificatie))],
    status: [...new Set(seen.flatMap(statussenOf).map(({ code }) => code))],
  }
  return named
    .filter(({ kind, name }) => !known[kind].includes(name))
    .map(({ kind, name, ...place }): ProblemDetail & { code: keyof typeof NAME_CODES } => {
      const ends = kind === 'status' ? statuscodesAtEnd(seen, name) : []
      if (ends.length > 0) {
        const orFilter = place.parameter === kind ? '' : ' Or filter on eindstatus.'
        const detail = `${name} is an eindstatus. A zaak that ended has the statuscode of its resultaat as its status: ${ends.join(', ')}.${orFilter}`
        return { code: 'status_is_eindstatus', detail, ...place }
      }
      const detail = `There is no ${CALLED[kind]} ${name}.${didYouMean(name, known[kind])}`
      return { code: `${kind}_unknown`, detail, ...place }
    })
}

/** Returns the statuscodes that zaken have instead of this eindstatus when they are closed with it. */
function statuscodesAtEnd(zaaktypen: readonly Zaaktype[], eindstatus: string): string[] {
  const ending = zaaktypen.filter(({ statustypen }) =>
    statustypen.some(({ code, isEindstatus }) => isEindstatus && code === eindstatus),
  )
  return [...new Set(ending.flatMap(({ resultaattypen }) => resultaattypen.map(({ statuscode }) => statuscode)))]
}

/** Uses all versions, because zaken keep the version with which they began. */
async function findZaaktypenOfClient(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'once'>,
  { zaaktypen }: Pick<ApiClient, 'zaaktypen'>,
): Promise<Zaaktype[]> {
  const all = await findZaaktypeversies(ctx)
  return zaaktypen ? all.filter(({ identificatie }) => zaaktypen.includes(identificatie)) : all
}

const NAMES = { type: 'type', zaaktype: 'zaaktype', nieuweStatus: 'status' } as const

/** Returns the whole names in a filter, each with its pointer. */
export function namedIn(filter: AbonnementFilter, pointer: string): Named[] {
  if ('exact' in filter) {
    return (['type', 'zaaktype', 'nieuweStatus'] as const).flatMap((attribute) => {
      const name = filter.exact[attribute]
      return name === undefined ? [] : [{ kind: NAMES[attribute], name, pointer: `${pointer}/exact/${attribute}` }]
    })
  }
  if ('not' in filter) return namedIn(filter.not, `${pointer}/not`)
  for (const dialect of ['all', 'any'] as const) {
    const inner = (filter as Partial<Record<typeof dialect, AbonnementFilter[]>>)[dialect]
    if (inner) return inner.flatMap((each, index) => namedIn(each, `${pointer}/${dialect}/${index}`))
  }
  return []
}
