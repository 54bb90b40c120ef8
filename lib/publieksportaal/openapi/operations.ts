import { descriptionOf } from '#lib/platform/openapi/description-operations.ts'
import { operationFinder } from '#lib/platform/openapi/find-operation.ts'
import { negotiate } from '#lib/platform/openapi/negotiate.ts'
import type { PublieksportaalContext } from '../context.ts'
import { openapiDocument } from './openapi-document.ts'
import { type ReceiverOperation, WEBHOOK_OPERATIONS } from './webhook-operations.ts'

/** All that the receiver answers, in the order of the document. */
export const RECEIVER_OPERATIONS: readonly ReceiverOperation[] = [
  ...WEBHOOK_OPERATIONS,
  ...descriptionOf({
    system: 'publieksportaal',
    kind: 'openapi',
    title: 'This document',
    make: (ctx: PublieksportaalContext) => openapiDocument(ctx, RECEIVER_OPERATIONS),
  }),
]

const find = operationFinder(RECEIVER_OPERATIONS, '/api/publieksportaal/v1')

/** Answers every request to an address of the receiver. */
export async function answerReceiver(ctx: PublieksportaalContext, request: Request): Promise<Response> {
  const found = find(request)
  if (!found.ok) return found.response
  return negotiate(found.operation, request, () => found.operation.handle(ctx, request))
}
