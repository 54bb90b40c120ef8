'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { holdZaak } from '#lib/zaaksysteem/zaak/bewaren/hold-zaak.ts'
import { optionalDatum } from '#lib/zaaksysteem/zaak/handelingen/velden.ts'
import { zaakPath } from '../../../paths.ts'
import { reden } from '../../../vernietiging/reden.ts'

const schema = z.object({
  zaakId: z.uuid(),
  aangehouden: z.enum(['ja', 'nee']).transform((answer) => answer === 'ja'),
  tot: optionalDatum,
  reden,
})

const { fout } = vernietiging.aanhouden

/** Holds the destruction of a zaak, or lifts the hold, and redirects to the zaak. */
export async function holdZaakAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireRecht('vernietigen'))
  const form = readForm(schema, formData)
  if (!form.ok) return form.refusal
  const { tot = null, ...fields } = form.fields
  const held = await holdZaak(zaaksysteem(), { ...fields, tot, actor })
  if (held.ok) redirect(zaakPath(fields.zaakId, { gedaan: fields.aangehouden ? 'aanhouden' : 'aanhouding-opheffen' }))
  if (held.reason === 'not_found') notFound()
  return form.refuse({ name: held.reason === 'past' ? 'tot' : 'reden', text: fout[held.reason] })
}
