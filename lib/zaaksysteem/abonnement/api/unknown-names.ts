import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { didYouMean } from '#lib/platform/nearest.ts'
import type { ApiClient } from '../../api/api-client.ts'
import type { ZaaksysteemContext } from '../../context.ts'

export const NAME_UNKNOWN = {
  status: 400,
  detail: 'An event type or zaaktype does not exist, so nothing would ever be delivered for it; see errors.',
} as const

type Named = { kind: 'type' | 'zaaktype'; name: string; pointer: string }

const CALLED = { type: 'event type', zaaktype: 'zaaktype' } as const

/** What an abonnement asks for by a whole name that nothing has, of the zaaktypen that its client may see. */
export async function findUnknownNames(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  { types, filters }: { types: readonly string[]; filters: readonly AbonnementFilter[] },
  { zaaktypen }: Pick<ApiClient, 'zaaktypen'>,
): Promise<ProblemDetail[]> {
  const named: Named[] = [
    ...types.map((name, index): Named => ({ kind: 'type', name, pointer: `/types/${index}` })),
    ...filters.flatMap((filter, index) => namedIn(filter, `/filters/${index}`)),
  ]
  const known = { type: Object.values(EVENT_TYPES) as string[], zaaktype: zaaktypen ?? [] }
  if (!zaaktypen && named.some(({ kind }) => kind === 'zaaktype')) {
    const rows = await db.zaaktypeversie.findMany({ distinct: 'identificatie', select: { identificatie: true } })
    known.zaaktype = rows.map(({ identificatie }) => identificatie)
  }
  return named
    .filter(({ kind, name }) => !known[kind].includes(name))
    .map(({ kind, name, pointer }) => {
      const detail = `There is no ${CALLED[kind]} ${name}.${didYouMean(name, known[kind])}`
      return { code: `${kind}_unknown`, detail, pointer }
    })
}

function namedIn(filter: AbonnementFilter, pointer: string): Named[] {
  if ('exact' in filter) {
    return (['type', 'zaaktype'] as const).flatMap((kind) => {
      const name = filter.exact[kind]
      return name === undefined ? [] : [{ kind, name, pointer: `${pointer}/exact/${kind}` }]
    })
  }
  if ('not' in filter) return namedIn(filter.not, `${pointer}/not`)
  for (const dialect of ['all', 'any'] as const) {
    const inner = (filter as Partial<Record<typeof dialect, AbonnementFilter[]>>)[dialect]
    if (inner) return inner.flatMap((each, index) => namedIn(each, `${pointer}/${dialect}/${index}`))
  }
  return []
}
