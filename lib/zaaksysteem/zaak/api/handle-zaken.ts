import { z } from 'zod'
import { jsonResponse, methodNotAllowed } from '#lib/platform/http/problem-json.ts'
import { authorizeClient } from '../../api/api-client.ts'
import { queryInvalid } from '../../api/query-invalid.ts'
import { apiActor } from '../../audit/api-actor.ts'
import { recordLook } from '../../audit/record-look.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { handleRegistratie } from './handle-registratie.ts'
import { findZaakResources } from './resource/find-zaak-resource.ts'
import { findZakenPage } from './resource/find-zaken-page.ts'
import { seenPage, seenZaak } from './resource/seen-zaken.ts'
import { visibleTo } from './resource/visible-to.ts'

export const zakenQuery = z.object({
  uuids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid('uuids must hold UUIDs, separated by commas.')).max(100, 'uuids holds at most 100 UUIDs.'))
    .optional()
    .describe('UUIDs, separated by commas; at most 100.'),
  na: z.uuid('na must be a UUID.').optional(),
  limiet: z
    .string()
    .regex(/^(?:[1-9]\d?|100)$/, 'limiet must be a whole number from 1 to 100.')
    .default('100')
    .transform(Number),
})

const refuseMethod = methodNotAllowed('GET', 'POST')

/** `/v1/zaken`: a client reads all zaken page by page, or the ones that it names, or registers one. */
export async function handleZaken(ctx: ZaaksysteemContext, request: Request): Promise<Response> {
  if (request.method === 'POST') return handleRegistratie(ctx, request)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  const caller = await authorizeClient(ctx, request.headers, 'zaken.lezen')
  if (!caller.ok) return caller.response
  const parsed = zakenQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return queryInvalid(parsed.error)
  const { uuids, ...page } = parsed.data
  const begonnenOp = ctx.clock()
  const { zaken, ...rest } = uuids
    ? { zaken: await findZaakResources(ctx, uuids, caller), volgende: null }
    : await findZakenPage(ctx, { ...page, zaaktypen: caller.zaaktypen })
  const look = uuids
    ? { handeling: 'zaak_bekijken' as const, seen: zaken.map(seenZaak) }
    : { handeling: 'zaken_ophalen' as const, seen: seenPage(zaken) }
  await recordLook(ctx, { actor: apiActor(caller.client, request), begonnenOp, ...look })
  return jsonResponse({ zaken: zaken.map((zaak) => visibleTo(caller, zaak)), ...rest })
}
