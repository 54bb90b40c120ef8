'use server'

import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { verwijderen } from '#lib/ui/texts/balie/verwijderen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { removeZaak } from '#lib/zaaksysteem/zaak/bewaren/remove-zaak.ts'
import { PATHS } from '../../../werkvoorraad-filter.ts'

const hiddenFields = z.object({ zaakId: z.uuid(), versie: z.coerce.number().pipe(z.int32().positive()) })
const grond = z.enum(['vergissing', 'bewaartermijn'])

/** `round` counts the answers; as a React key it makes the fields new, so that they take what was chosen as default. */
export type FormState = { round: number; chosen?: string | undefined; error?: string }

export async function removeZaakAction(previous: FormState, formData: FormData): Promise<FormState> {
  const { id: behandelaarId } = await requireBeheerder()
  const hidden = hiddenFields.safeParse(Object.fromEntries(formData))
  if (!hidden.success) notFound()
  const round = previous.round + 1
  const chosen = grond.safeParse(formData.get('grond'))
  if (!chosen.success) return { round, error: verwijderen.fout.grond }

  const removed = await removeZaak(zaaksysteem(), {
    ...hidden.data,
    grond: chosen.data,
    door: { behandelaarId },
    traceparent: traceparentOf((await headers()).get('traceparent')),
  })
  // a second press finds nothing left to remove
  if (removed.ok || removed.reason === 'not_found') redirect(`${PATHS.open}?gedaan=verwijderd`)
  const [reason] = removed.reason === 'refused' ? removed.broken : [removed.reason]
  return { round, chosen: chosen.data, error: reason && verwijderen.fout[reason] }
}
