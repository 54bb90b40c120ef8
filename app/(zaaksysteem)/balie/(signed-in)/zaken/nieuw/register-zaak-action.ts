'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { v4 } from 'uuid'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { registreren } from '#lib/ui/texts/balie/zaak.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { registerZaak } from '#lib/zaaksysteem/zaak/registratie/register-zaak.ts'
import { zaakPath } from '../../paths.ts'
import { findBehandelaarOptions } from './find-behandelaar-options.ts'
import { errorsOf, registerForm, toAanvraag } from './registratie-fields.ts'

/** Registers the zaak and redirects to it. Idempotent by kenmerk: a second submit shows the first zaak. */
export async function registerZaakAction(_: unknown, formData: FormData): Promise<FormState> {
  const door = await requireRecht('behandelen')
  const form = readForm(registerForm, formData)
  if (!form.ok) return form.refusal

  const behandelaars = await findBehandelaarOptions(door)
  const registered = await registerZaak(zaaksysteem(), {
    ...toAanvraag(form.fields, behandelaars),
    kenmerk: form.fields.kenmerk,
    gezetDoor: { behandelaarId: door.id },
    traceparent: traceparentOf((await headers()).get('traceparent')),
  })
  if (registered.ok) redirect(`${zaakPath(registered.id)}?gedaan=registreren`)
  if (registered.reason === 'refused') return form.refuse(...errorsOf(registered.broken))
  // The form was changed after a first submit. A new kenmerk allows another zaak, if that is intended.
  const { errors, entered } = form.refuse({ name: 'zaaktype', text: registreren.fout.alGeregistreerd })
  return { errors, entered: { ...entered, kenmerk: v4() } }
}
