import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { z } from 'zod'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import type { Outcome } from '#lib/zaaksysteem/zaak/handeling/perform-handeling.ts'
import type { Handeling } from '#lib/zaaksysteem/zaak/wijziging/apply-change.ts'
import type { FormState } from './form-state.ts'
import { readZaakForm } from './read-zaak-form.ts'
import { type Refusal, refusalErrors } from './refusal-errors.ts'

/** What every server action of a zaak does: authenticate, read the form, call one use case, answer. */
export async function saveZaakForm<Fields>(
  { previous, formData }: { previous: FormState; formData: FormData },
  { schema, save }: { schema: z.ZodType<Fields>; save: (change: Fields & Handeling) => Promise<Outcome<Refusal>> },
): Promise<FormState> {
  const { id } = await requireBehandelaar()
  const form = readZaakForm(schema, formData)
  if (!form) notFound()
  const { zaakId, versie, entered } = form
  const round = previous.round + 1
  if (!form.ok) return { kind: 'invalid', round, versie, entered, errors: form.errors }

  const traceparent = traceparentOf((await headers()).get('traceparent'))
  const result = await save({ ...form.fields, zaakId, versie, gezetDoor: { behandelaarId: id }, traceparent })
  refresh()
  if (result.ok) return { kind: 'saved', round, versie: result.versie }
  if (result.reason === 'conflict') {
    const { sindsdien } = result
    return { kind: 'conflict', round, versie: versie + sindsdien.length, entered, sindsdien }
  }
  if (result.reason === 'not_found') notFound()
  return { kind: 'invalid', round, versie, entered, errors: refusalErrors(result.broken) }
}
