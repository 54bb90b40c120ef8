import { EVENT_TYPES, VOORVAL_TYPES } from '#lib/contract/event-types.ts'
import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { didYouMean } from '#lib/platform/nearest.ts'
import type { ApiClient } from '../api/api-client.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { findZaaktypeversies } from './find-zaaktypen.ts'
import { statussenOf, type Zaaktype } from './zaaktype.ts'

/** A whole name that an API client uses; `pointer` when it stands in a body. */
export type Named = { kind: 'type' | 'zaaktype' | 'status'; name: string; pointer?: string }

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
    .map(({ kind, name, pointer }) => {
      const detail = `There is no ${CALLED[kind]} ${name}.${didYouMean(name, known[kind])}`
      return { code: `${kind}_unknown`, detail, ...(pointer && { pointer }) }
    })
}

/** All versions, because zaken go on with the one that they began with. */
async function findZaaktypenOfClient(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'once'>,
  { zaaktypen }: Pick<ApiClient, 'zaaktypen'>,
): Promise<Zaaktype[]> {
  const all = await findZaaktypeversies(ctx)
  return zaaktypen ? all.filter(({ identificatie }) => zaaktypen.includes(identificatie)) : all
}
