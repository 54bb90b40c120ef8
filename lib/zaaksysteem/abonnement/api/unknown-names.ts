import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'
import type { ApiClient } from '../../api/api-client.ts'
import { findUnknownNames, type Named } from '../../catalogus/unknown-names.ts'
import type { ZaaksysteemContext } from '../../context.ts'

export const NAME_UNKNOWN = {
  status: 400,
  detail: 'An event type, zaaktype or status does not exist, so nothing would ever be delivered for it; see errors.',
} as const

/** What an abonnement asks for by a whole name that nothing has, of the zaaktypen that its client may see. */
export async function findUnknownWishes(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'once'>,
  { types, filters }: { types: readonly string[]; filters: readonly AbonnementFilter[] },
  client: Pick<ApiClient, 'zaaktypen'>,
): Promise<ProblemDetail[]> {
  const named: Named[] = [
    ...types.map((name, index): Named => ({ kind: 'type', name, pointer: `/types/${index}` })),
    ...filters.flatMap((filter, index) => namedIn(filter, `/filters/${index}`)),
  ]
  return findUnknownNames(ctx, named, client)
}

const NAMES = { type: 'type', zaaktype: 'zaaktype', nieuweStatus: 'status' } as const

function namedIn(filter: AbonnementFilter, pointer: string): Named[] {
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
