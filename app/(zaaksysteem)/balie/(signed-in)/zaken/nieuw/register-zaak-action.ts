'use server'

import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { v4 } from 'uuid'
import { z } from 'zod'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { registreren } from '#lib/ui/texts/balie/registreren.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { magErgens } from '#lib/zaaksysteem/rechten/mag.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { registerZaak } from '#lib/zaaksysteem/zaak/registratie/register-zaak.ts'
import { zaakPath } from '../../paths.ts'
import { findBehandelaarOptions } from './find-behandelaar-options.ts'
import type { FormState } from './form-state.ts'
import { errorsOf, readRegisterForm, toAanvraag } from './read-register-form.ts'

/** Registers the zaak and shows it. A form that is sent twice shows the zaak of the first time. */
export async function registerZaakAction(previous: FormState, formData: FormData): Promise<FormState> {
  const door = await requireBehandelaar()
  const entered = readRegisterForm(formData)
  const { kenmerk } = entered
  if (!z.uuid().safeParse(kenmerk).success || !magErgens(door, 'behandelen')) notFound()

  const behandelaars = await findBehandelaarOptions(door)
  const registered = await registerZaak(zaaksysteem(), {
    ...toAanvraag(entered, behandelaars),
    kenmerk,
    gezetDoor: { behandelaarId: door.id },
    traceparent: traceparentOf((await headers()).get('traceparent')),
  })
  if (registered.ok) redirect(`${zaakPath(registered.id)}?gedaan=registreren`)
  const round = previous.round + 1
  if (registered.reason === 'refused') return { round, entered, errors: errorsOf(registered.broken) }
  // The form was changed after it was sent. With a new kenmerk it is another zaak, if that is what is meant.
  const errors: FormState['errors'] = [{ name: 'zaaktype', text: registreren.fout.alGeregistreerd }]
  return { round, entered: { ...entered, kenmerk: v4() }, errors }
}
