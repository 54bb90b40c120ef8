'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { zaaktypen } from '#lib/ui/texts/balie/zaaktypen.ts'
import { saveConcept } from '#lib/zaaksysteem/catalogus/concept/save-concept.ts'
import { MOST_BYTES, readCatalogus } from '#lib/zaaksysteem/catalogus/import/read-catalogus.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { zaaktypePath } from '../../paths.ts'

const { fout } = zaaktypen.importeren

/** Empty: the identificatie in the files. */
const importForm = z.object({
  identificatie: z.string().regex(/^$|^[A-Z][A-Z0-9-]{1,39}$/, zaaktypen.fout.zaaktypecode),
})

export async function importZaaktypeAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireBeheerder())
  const form = readForm(importForm, formData)
  if (!form.ok) return form.refusal
  const files = filesOf(formData)
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) {
    return form.refuse({ name: 'bestanden', text: fout.too_large('') })
  }
  const bestanden = await Promise.all(
    files.map(async (file) => ({ naam: file.name.slice(0, 100), bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
  const read = readCatalogus(bestanden)
  if (!read.ok) return form.refuse({ name: 'bestanden', text: fout[read.reason](read.file ?? '') })

  const { gegevens, regels: importverslag } = read
  const identificatie = form.fields.identificatie || read.identificatie
  const concept = { identificatie, versie: 0, bewerking: 0, gegevens, importverslag, actor }
  const saved = await saveConcept(zaaksysteem(), concept)
  if (!saved.ok) return form.refuse({ name: 'identificatie', text: fout.bezet(identificatie) })
  redirect(zaaktypePath(identificatie))
}

/** A browser sends an empty file when none was chosen. */
function filesOf(formData: FormData): File[] {
  return formData instanceof FormData
    ? formData.getAll('bestanden').filter((file): file is File => file instanceof File && file.size > 0)
    : []
}
