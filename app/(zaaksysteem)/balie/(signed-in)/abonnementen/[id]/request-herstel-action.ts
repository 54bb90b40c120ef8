'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { parseDatetimeLocal } from '#lib/ui/staff/datetime-local.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requestHerstel } from '#lib/zaaksysteem/herstel/request-herstel.ts'
import { abonnementPath } from '../../paths.ts'
import { readManaged } from '../../read-managed.ts'

const { herstel } = abonnementen

const herstelForm = z.object({ instant: z.iso.datetime().optional(), vanaf: z.string().default('') })

const ERRORS = { in_progress: herstel.foutBezig, not_active: herstel.foutStatus }

/** `instant`, from the button, has milliseconds; `vanaf`, which a person fills in, has minutes. */
export async function requestHerstelAction(_: unknown, formData: FormData): Promise<FormState> {
  const { id, actor } = await readManaged(formData, 'abonnementId')
  const form = readForm(herstelForm, formData)
  if (!form.ok) return form.refusal

  const { instant, vanaf: typed } = form.fields
  const vanaf = instant ? new Date(instant) : parseDatetimeLocal(typed)
  const refuse = (text: string) => form.refuse({ name: 'vanaf', text })
  const ctx = zaaksysteem()
  if (!vanaf) return refuse(herstel.foutLeeg)
  if (vanaf > ctx.clock()) return refuse(herstel.foutToekomst)

  const requested = await requestHerstel(ctx, { abonnementId: id, vanaf, actor })
  if (requested.ok) {
    redirect(`${abonnementPath(id)}?gedaan=${requested.totaal > 0 ? 'hersteld' : 'nietsTeHerstellen'}`)
  }
  if (requested.reason === 'not_found') notFound()
  return refuse(ERRORS[requested.reason])
}
