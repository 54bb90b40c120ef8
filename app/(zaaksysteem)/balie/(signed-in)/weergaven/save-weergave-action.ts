'use server'

import { refresh } from 'next/cache'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { type ZaaksysteemContext, zaaksysteem } from '#lib/zaaksysteem/context.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { saveWeergave } from '#lib/zaaksysteem/werkvoorraad/weergave/save-weergave.ts'
import { openZoek } from '#lib/zaaksysteem/werkvoorraad/zoek-in-adres.ts'
import { weergaveForm } from './weergave-fields.ts'

export async function saveWeergaveAction(_: unknown, formData: FormData): Promise<FormState<'saved'>> {
  const behandelaar = await requireBehandelaar()
  const form = readForm(weergaveForm, formData)
  if (!form.ok) return form.refusal

  const ctx = zaaksysteem()
  const { vraag, ...fields } = form.fields
  const saved = await saveWeergave(ctx, { ...fields, vraag: asTyped(ctx, vraag, behandelaar) }, behandelaar)
  if (!saved.ok) {
    const { fout } = werkvoorraad.weergaven
    return form.refuse(...saved.broken.map((reason) => ({ name: 'naam', text: fout[reason] })))
  }
  refresh()
  return { errors: [], answer: 'saved' }
}

/** Stores the search text unsealed, because a weergave outlives the sessie that can unseal it. */
function asTyped(ctx: ZaaksysteemContext, vraag: string, { sessieId }: SignedInBehandelaar): string {
  const query = new URLSearchParams(vraag)
  const zoek = openZoek(ctx, query.get('zoek') ?? '', sessieId)
  if (zoek) query.set('zoek', zoek)
  else query.delete('zoek')
  return query.toString()
}
