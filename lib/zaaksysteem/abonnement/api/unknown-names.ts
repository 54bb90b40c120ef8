import { z } from 'zod'
import { MAX_FILTERS, storedFilters } from '#lib/contract/abonnement-filters.ts'
import { eventType, MAX_TYPES } from '#lib/contract/abonnement-resource.ts'
import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'
import type { ApiClient } from '../../api/api-client.ts'
import { findUnknownNames, type Named, namedIn } from '../../catalogus/unknown-names.ts'
import type { ZaaksysteemContext } from '../../context.ts'

/** The parts of a request body that may hold names. Invalid parts are skipped. */
const wished = z.object({
  types: z.array(z.unknown()).max(MAX_TYPES).catch([]),
  filters: z.array(z.unknown()).max(MAX_FILTERS).catch([]),
})

/** Finds the names in a request that do not exist, among the zaaktypen that the client may see. */
export async function findUnknownWishes(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'once'>,
  json: unknown,
  client: Pick<ApiClient, 'zaaktypen'>,
): Promise<ProblemDetail[]> {
  const { types, filters } = wished.catch({ types: [], filters: [] }).parse(json)
  const named = [
    ...types.map((given, index): Named[] => {
      const name = eventType.safeParse(given)
      return name.success ? [{ kind: 'type', name: name.data, pointer: `/types/${index}` }] : []
    }),
    ...filters.map((given, index) => {
      const filter = storedFilters.element.safeParse(given)
      return filter.success ? namedIn(filter.data, `/filters/${index}`) : []
    }),
  ]
  return findUnknownNames(ctx, named.flat(), client)
}
