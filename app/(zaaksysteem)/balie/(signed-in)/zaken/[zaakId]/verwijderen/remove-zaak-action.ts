'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { versie } from '#lib/ui/form/fields.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { verwijderen } from '#lib/ui/texts/balie/verwijderen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { removeZaak } from '#lib/zaaksysteem/zaak/bewaren/remove-zaak.ts'
import { PATHS } from '../../../werkvoorraad-filter.ts'

const removeForm = z.object({
  zaakId: z.uuid(),
  versie,
  grond: z.enum(['vergissing', 'bewaartermijn'], verwijderen.fout.grond),
})

export async function removeZaakAction(_: unknown, formData: FormData): Promise<FormState> {
  const { id: behandelaarId } = await requireBeheerder()
  const form = readForm(removeForm, formData)
  if (!form.ok) return form.refusal

  const removed = await removeZaak(zaaksysteem(), {
    ...form.fields,
    door: { behandelaarId },
    traceparent: traceparentOf((await headers()).get('traceparent')),
  })
  // a second press finds nothing left to remove
  if (removed.ok || removed.reason === 'not_found') redirect(`${PATHS.open}?gedaan=verwijderd`)
  const broken = removed.reason === 'refused' ? removed.broken : [removed.reason]
  return form.refuse(...broken.slice(0, 1).map((reason) => ({ name: 'grond', text: verwijderen.fout[reason] })))
}
