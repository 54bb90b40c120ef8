'use server'

import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { saveWeergave } from '#lib/zaaksysteem/balie/weergaven/save-weergave.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { readWeergaveForm } from './read-weergave-form.ts'
import type { WeergaveState } from './weergave-state.ts'

export async function saveWeergaveAction(previous: WeergaveState, formData: FormData): Promise<WeergaveState> {
  const behandelaar = await requireBehandelaar()
  const form = readWeergaveForm(formData)
  if (!form) notFound()
  const round = previous.round + 1
  if (!form.ok) return { kind: 'invalid', round, errors: form.errors, entered: form.entered }

  const saved = await saveWeergave(zaaksysteem(), form.weergave, behandelaar)
  if (!saved.ok) {
    const { naam, isVanTeam } = form.weergave
    const errors = saved.broken.map((reason) => werkvoorraad.weergaven.fout[reason])
    return { kind: 'invalid', round, errors, entered: { naam, voor: isVanTeam ? 'team' : '' } }
  }
  refresh()
  return { kind: 'saved', round }
}
