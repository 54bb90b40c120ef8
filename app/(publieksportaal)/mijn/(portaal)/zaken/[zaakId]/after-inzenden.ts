import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import type { Inzenden } from '#lib/publieksportaal/inzending/record-inzending.ts'
import { GEWIJZIGD, inzendingId, zaakPath } from './paths.ts'

/** Redirects to the received inzending, or to the newer versie that the citizen must read first. */
export function afterInzenden(zaakId: string, done: Inzenden): never {
  if (!done.ok && done.reason === 'not_found') notFound()
  // a redirect to another place on the same page would otherwise reuse the router cache
  refresh()
  redirect(
    `${zaakPath(zaakId)}${done.ok ? `#${inzendingId(done.nummer)}` : `?${GEWIJZIGD}=${done.versie}#${GEWIJZIGD}`}`,
  )
}
