import { z } from 'zod'
import { API_HEADERS, type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { authorizeClient } from '../../api/api-client.ts'
import { queryInvalid } from '../../api/query-invalid.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type RemoveRefusal, removeZaak } from '../bewaren/remove-zaak.ts'

export const verwijderingQuery = z.object({
  grond: z.enum(['vergissing', 'bewaartermijn'], 'grond must be vergissing or bewaartermijn.').default('vergissing'),
})

/** The zaak's versie as an entity tag. */
const IF_MATCH = /^"([1-9]\d{0,8})"$/

export const VERWIJDERING_PROBLEMS = {
  zaak_not_found: { status: 404, title: 'Not found', detail: 'There is no zaak with this uuid.' },
  versie_missing: { status: 428, title: 'No If-Match', detail: 'Send If-Match with the versie: If-Match: "3".' },
  conflict: { status: 412, title: 'Conflict', detail: 'The zaak has changed after this versie. Read it again.' },
  still_open: {
    status: 409,
    title: 'Still open',
    detail: 'The zaak is open: its bewaartermijn has not begun.',
  },
  still_kept: {
    status: 409,
    title: 'Still kept',
    detail: 'The bewaartermijn of the zaak is not over, or the zaak is kept for good.',
  },
} as const satisfies Problems

/**
 * `DELETE /v1/zaken/{uuid}?grond=vergissing|bewaartermijn`, with `If-Match: "<versie>"`: an allowed client removes a
 * zaak with all that it says of a person. `grond` is vergissing when absent.
 */
export async function handleVerwijdering(ctx: ZaaksysteemContext, request: Request, uuid: string): Promise<Response> {
  const caller = await authorizeClient(ctx, request.headers, 'zaken.verwijderen')
  if (!caller.ok) return caller.response
  const parsed = verwijderingQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return queryInvalid(parsed.error)
  if (!z.uuid().safeParse(uuid).success) return refuse('zaak_not_found')
  const [, versie] = IF_MATCH.exec(request.headers.get('If-Match') ?? '') ?? []
  if (!versie) return refuse('versie_missing')

  const removed = await removeZaak(ctx, {
    zaakId: uuid,
    zaaktypen: caller.zaaktypen,
    versie: Number(versie),
    grond: parsed.data.grond,
    door: { client: caller.client },
    traceparent: traceparentOf(request.headers.get('traceparent')),
  })
  if (removed.ok) return new Response(null, { status: 204, headers: API_HEADERS })
  if (removed.reason === 'refused') return refuse(removed.broken[0] as RemoveRefusal)
  return refuse(removed.reason === 'conflict' ? 'conflict' : 'zaak_not_found')
}

function refuse(code: keyof typeof VERWIJDERING_PROBLEMS): Response {
  return problemResponse({ code, ...VERWIJDERING_PROBLEMS[code] })
}
