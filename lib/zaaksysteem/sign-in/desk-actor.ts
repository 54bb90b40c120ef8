import { headers } from 'next/headers'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { TracedActor } from '../audit/recorded-transaction.ts'

/** Returns the behandelaar as the actor at the desk, with the trace of the current request. */
export async function deskActor({ id }: { id: string }): Promise<TracedActor> {
  return { soort: 'behandelaar', id, traceparent: traceparentOf((await headers()).get('traceparent')) }
}
