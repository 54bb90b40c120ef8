import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { z } from 'zod'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import type { Outcome } from '#lib/zaaksysteem/zaak/handeling/perform-handeling.ts'
import type { Handeling } from '#lib/zaaksysteem/zaak/wijziging/apply-change.ts'
import type { Tussentijds } from '#lib/zaaksysteem/zaak/wijziging/find-zaak-at-versie.ts'
import { type Refusal, refusalErrors } from './refusal-errors.ts'
import { hiddenFields } from './zaak-fields.ts'

/** What came of an act. `versie` is the newest versie of the zaak that whoever performed it has been told of. */
export type ZaakAnswer =
  | { kind: 'saved'; versie: number }
  | { kind: 'conflict'; versie: number; sindsdien: Tussentijds[] }

/** What every server action of a zaak does: authenticate, read the form, call one use case, answer. */
export async function saveZaakForm<Fields>(
  formData: FormData,
  { schema, save }: { schema: z.ZodType<Fields>; save: (change: Fields & Handeling) => Promise<Outcome<Refusal>> },
): Promise<FormState<ZaakAnswer>> {
  const { id } = await requireBehandelaar()
  const { zaakId, versie } = readHidden(hiddenFields, formData)
  const form = readForm(schema, formData)
  if (!form.ok) return form.refusal

  const traceparent = traceparentOf((await headers()).get('traceparent'))
  const result = await save({ ...form.fields, zaakId, versie, gezetDoor: { behandelaarId: id }, traceparent })
  refresh()
  if (result.ok) return { errors: [], answer: { kind: 'saved', versie: result.versie } }
  if (result.reason === 'conflict') {
    const { sindsdien } = result
    return { ...form.refuse(), answer: { kind: 'conflict', versie: versie + sindsdien.length, sindsdien } }
  }
  if (result.reason === 'not_found') notFound()
  return form.refuse(...refusalErrors(result.broken))
}
