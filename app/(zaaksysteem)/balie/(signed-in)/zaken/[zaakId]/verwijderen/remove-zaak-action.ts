'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { versie } from '#lib/ui/form/fields.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { verwijderen } from '#lib/ui/texts/balie/vernietiging.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { removeZaak } from '#lib/zaaksysteem/zaak/bewaren/remove-zaak.ts'
import { PATHS } from '../../../werkvoorraad-filter.ts'

/** Removes a zaak registered by mistake today. */
export async function removeZaakAction(_: unknown, formData: FormData): Promise<FormState> {
  const { id: behandelaarId, traceparent } = await deskActor(await requireRecht('vernietigen'))
  const form = readForm(z.object({ zaakId: z.uuid(), versie }), formData)
  if (!form.ok) return form.refusal

  const door = { behandelaarId }
  const removed = await removeZaak(zaaksysteem(), { ...form.fields, grond: 'vergissing', door, traceparent })
  // idempotent: a second press finds nothing left to remove
  if (removed.ok || removed.reason === 'not_found') redirect(`${PATHS.open}?gedaan=verwijderd`)
  const broken = removed.reason === 'refused' ? removed.broken : [removed.reason]
  return form.refuse(...broken.slice(0, 1).map((reason) => ({ name: 'knop', text: verwijderen.fout[reason] })))
}
