import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { z } from 'zod'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import type { Tussentijds } from '#lib/zaaksysteem/zaak/find-zaak-at-versie.ts'
import type { FieldError, FormState } from './form-state.ts'
import { readZaakForm } from './read-zaak-form.ts'

type Result<Reason> =
  | { ok: true; versie: number }
  | { ok: false; reason: 'conflict'; sindsdien: Tussentijds[] }
  | { ok: false; reason: Reason | 'not_found' }

type Change = { zaakId: string; versie: number; behandelaarId: string; traceparent: string }

/** What both server actions of a zaak do: who is it, read the form, one use case, answer. */
export async function saveZaakForm<Velden, Reason extends string>(
  { vorige, formData }: { vorige: FormState; formData: FormData },
  {
    schema,
    save,
    fouten,
  }: {
    schema: z.ZodType<Velden>
    save: (change: Velden & Change) => Promise<Result<Reason>>
    /** what a refusal says, and at which field */
    fouten: Record<Reason, FieldError>
  },
): Promise<FormState> {
  const { id } = await requireBehandelaar()
  const formulier = readZaakForm(schema, formData)
  if (!formulier) notFound()
  const { zaakId, versie, ingevuld } = formulier
  const poging = vorige.poging + 1
  if (!formulier.ok) return { soort: 'ongeldig', poging, versie, ingevuld, fouten: formulier.fouten }

  const traceparent = traceparentOf((await headers()).get('traceparent'))
  const result = await save({ ...formulier.velden, zaakId, versie, behandelaarId: id, traceparent })
  refresh()
  if (result.ok) return { soort: 'opgeslagen', poging, versie: result.versie }
  if ('sindsdien' in result) {
    const { sindsdien } = result
    return { soort: 'conflict', poging, versie: versie + sindsdien.length, ingevuld, sindsdien }
  }
  if (result.reason === 'not_found') notFound()
  return { soort: 'ongeldig', poging, versie, ingevuld, fouten: [fouten[result.reason]] }
}
