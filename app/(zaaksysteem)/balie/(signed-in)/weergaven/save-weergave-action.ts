'use server'

import { refresh } from 'next/cache'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { saveWeergave } from '#lib/zaaksysteem/balie/weergaven/save-weergave.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { weergaveForm } from './weergave-fields.ts'

export async function saveWeergaveAction(_: unknown, formData: FormData): Promise<FormState<'saved'>> {
  const behandelaar = await requireBehandelaar()
  const form = readForm(weergaveForm, formData)
  if (!form.ok) return form.refusal

  const saved = await saveWeergave(zaaksysteem(), form.fields, behandelaar)
  if (!saved.ok) {
    const { fout } = werkvoorraad.weergaven
    return form.refuse(...saved.broken.map((reason) => ({ name: 'naam', text: fout[reason] })))
  }
  refresh()
  return { errors: [], answer: 'saved' }
}
