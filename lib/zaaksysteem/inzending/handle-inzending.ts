import { z } from 'zod'
import { type InzendingRequest, type Inzendinguitkomst, inzendingRequest } from '#lib/contract/inzending/inzendingen.ts'
import { jsonResponse, methodNotAllowed, type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import { readJsonRequest } from '#lib/platform/http/read-json-request.ts'
import { authorizeClient } from '../api/api-client.ts'
import { apiActor } from '../audit/api-actor.ts'
import type { TracedActor } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { completeAanvulling, findUitkomst } from './complete-aanvulling.ts'
import { recordInzending } from './record-inzending.ts'

const refuseMethod = methodNotAllowed('POST')

export const INZENDING_PROBLEMS = {
  not_found: { status: 404, title: 'Not found', detail: 'There is no zaak with this uuid.' },
  aanvulling_unknown: {
    status: 400,
    title: 'Never asked',
    detail: 'aanvullingen holds one that was never asked for this zaak.',
  },
  kenmerk_reused: {
    status: 409,
    title: 'Kenmerk used before',
    detail: 'Another inzending was recorded under this kenmerk.',
  },
} as const satisfies Problems

/** `/v1/zaken/{uuid}/inzendingen`: an allowed client passes on what the aanvrager says of a zaak. */
export async function handleInzending(
  ctx: ZaaksysteemContext,
  request: Request,
  { uuid: zaakId }: { uuid: string },
): Promise<Response> {
  if (request.method !== 'POST') return refuseMethod()
  const caller = await authorizeClient(ctx, request.headers, 'zaken.inzenden')
  if (!caller.ok) return caller.response
  if (!z.uuid().safeParse(zaakId).success) return refused('not_found')
  const read = await readJsonRequest(request, inzendingRequest)
  if (!read.ok) return read.response

  const inzending = read.value
  const { kenmerk } = inzending
  const actor = apiActor(caller.client, request)
  const recorded = await recordInzending(ctx, { zaakId, zaaktypen: caller.zaaktypen, inzending, actor })
  if (!recorded.ok) return refused(recorded.reason)
  const uitkomst = recorded.uitkomst ?? (await settleInzending(ctx, { zaakId, inzending, actor }))
  return jsonResponse({ kenmerk, uitkomst }, { status: recorded.isNew ? 201 : 200 })
}

/** What has become of one that is recorded: an aanvulling may be complete with it, an intrekking waits for the behandelaar. */
async function settleInzending(
  ctx: ZaaksysteemContext,
  { zaakId, inzending, actor }: { zaakId: string; inzending: InzendingRequest; actor: TracedActor },
): Promise<Inzendinguitkomst> {
  if (inzending.soort === 'intrekking') return 'recorded'
  await completeAanvulling(ctx, { zaakId, actor })
  return findUitkomst(ctx, { zaakId, aanvullingen: inzending.aanvullingen })
}

function refused(code: keyof typeof INZENDING_PROBLEMS): Response {
  return problemResponse({ code, ...INZENDING_PROBLEMS[code] })
}
