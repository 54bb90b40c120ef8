import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { TracedActor } from './recorded-transaction.ts'

/** Returns the API client as the actor of its request, with the trace of that request. */
export function apiActor(client: string, { headers }: Pick<Request, 'headers'>): TracedActor {
  return { soort: 'api_client', id: client, traceparent: traceparentOf(headers.get('traceparent')) }
}
