import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import { EVENT_TYPES, VOORVAL_TYPES } from '#lib/contract/event-types.ts'
import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { didYouMean } from '#lib/platform/nearest.ts'
import type { ApiClient } from '../api/api-client.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { findZaaktypeversies } from './find-zaaktypen.ts'
import { statussenOf, type Zaaktype } from './zaaktype.ts'

/** A whole name that an API client uses, and where: in a body or as a parameter. */
export type Named = { kind: 'type' | 'zaaktype' | 'status'; name: string } & Pick<
  ProblemDetail,
  'pointer' | 'parameter'
>

export const NAME_UNKNOWN = {
  status: 400,
  detail: 'An event type, zaaktype or status does not exist, so nothing would ever be delivered for it; see errors.',
} as const

/** What `errors` holds of each name that nothing has. */
export const NAME_CODES = {
  type_unknown: 'There is no such event type.',
  zaaktype_unknown: 'There is no such zaaktype, of those that your token may see.',
  status_unknown: 'There is no such status, of those zaaktypen.',
  status_is_eindstatus: 'A zaak is closed with it, but then has the statuscode of its resultaat as its status.',
} as const

const CALLED = { type: 'event type', zaaktype: 'zaaktype', status: 'status' } as const

/** Which of these nothing has, of the zaaktypen that the client may see, with the name that may have been meant. */
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

/** What zaken can have as their status instead, where this is the eindstatus that they are closed with. */
function statuscodesAtEnd(zaaktypen: readonly Zaaktype[], eindstatus: string): string[] {
  const ending = zaaktypen.filter(({ statustypen }) =>
    statustypen.some(({ code, isEindstatus }) => isEindstatus && code === eindstatus),
  )
  return [...new Set(ending.flatMap(({ resultaattypen }) => resultaattypen.map(({ statuscode }) => statuscode)))]
}

/** All versions, because zaken go on with the one that they began with. */
async function findZaaktypenOfClient(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'once'>,
  { zaaktypen }: Pick<ApiClient, 'zaaktypen'>,
): Promise<Zaaktype[]> {
  const all = await findZaaktypeversies(ctx)
  return zaaktypen ? all.filter(({ identificatie }) => zaaktypen.includes(identificatie)) : all
}

const NAMES = { type: 'type', zaaktype: 'zaaktype', nieuweStatus: 'status' } as const

/** The whole names that a filter asks for, each with its place. */
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
