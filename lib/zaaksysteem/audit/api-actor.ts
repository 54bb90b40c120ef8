import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { TracedActor } from './recorded-transaction.ts'

/** An API client as who acts, in the trace of its request. */
export function apiActor(client: string, { headers }: Pick<Request, 'headers'>): TracedActor {
  return { soort: 'api_client', id: client, traceparent: traceparentOf(headers.get('traceparent')) }
}
