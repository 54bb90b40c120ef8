import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import type { Inzenden } from '#lib/publieksportaal/inzending/record-inzending.ts'
import { GEWIJZIGD, inzendingId, zaakPath } from './paths.ts'

/** Leads to what was received, or to what must be looked at first, for as long as that is how the zaak is. */
export function afterInzenden(zaakId: string, done: Inzenden): never {
  if (!done.ok && done.reason === 'not_found') notFound()
  // to another place of the page itself the browser would keep what it has
  refresh()
  redirect(
    `${zaakPath(zaakId)}${done.ok ? `#${inzendingId(done.nummer)}` : `?${GEWIJZIGD}=${done.versie}#${GEWIJZIGD}`}`,
  )
}
