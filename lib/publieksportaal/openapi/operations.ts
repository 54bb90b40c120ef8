import { problemResponse } from '#lib/platform/http/problem-json.ts'
import { descriptionOf } from '#lib/platform/openapi/description-operations.ts'
import { operationFinder } from '#lib/platform/openapi/find-operation.ts'
import { negotiate } from '#lib/platform/openapi/negotiate.ts'
import type { Operation } from '#lib/platform/openapi/operation.ts'
import type { PublieksportaalContext } from '../context.ts'
import { webhookUrl } from '../env.ts'
import { openapiDocument } from './openapi-document.ts'
import { PROEFDEUR_OPERATIONS } from './proefdeur-operations.ts'
import { WEBHOOK_OPERATIONS } from './webhook-operations.ts'

type Answered = Operation<never> & { handle(ctx: PublieksportaalContext, request: Request): Promise<Response> }

const ANSWERED: readonly Answered[] = [
  ...PROEFDEUR_OPERATIONS,
  ...descriptionOf({
    system: 'publieksportaal',
    kind: 'openapi',
    title: 'This document',
    make: (ctx: PublieksportaalContext) => openapiDocument(ctx, RECEIVER_OPERATIONS),
  }),
]

/** All operations of the receiver, in the order of the document. */
export const RECEIVER_OPERATIONS: readonly Operation<never>[] = [...WEBHOOK_OPERATIONS, ...ANSWERED]

/** An easy mistake: the document gives the webhook a server of its own, without the version in its path. */
const WITH_VERSION = '/api/publieksportaal/v1/webhooks'

const elsewhere = ({ env }: PublieksportaalContext) =>
  problemResponse({
    status: 404,
    code: 'not_found',
    detail: `Deliver to the sink that the portal registered, ${webhookUrl(env)}: it has no version.`,
  })

const find = operationFinder(ANSWERED, '/api/publieksportaal/v1')

/** Answers every address of the receiver but the webhook. */
export async function answerReceiver(ctx: PublieksportaalContext, request: Request): Promise<Response> {
  const found = find(request)
  if (!found.ok) return new URL(request.url).pathname === WITH_VERSION ? elsewhere(ctx) : found.response
  return negotiate(found.operation, request, () => found.operation.handle(ctx, request))
}
