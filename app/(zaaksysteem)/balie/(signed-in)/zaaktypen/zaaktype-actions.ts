'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { zaaktypen as texts, zaaktypen } from '#lib/ui/texts/balie/zaaktypen.ts'
import { saveConcept } from '#lib/zaaksysteem/catalogus/concept.ts'
import { MOST_BYTES, readCatalogus } from '#lib/zaaksysteem/catalogus/import/read-catalogus.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { conceptPath, zaaktypePath } from '../paths.ts'
import { loadBewerking } from './[identificatie]/load-bewerking.ts'
import { zaaktypeForm } from './[identificatie]/zaaktype-form.ts'
import { findExample } from './nieuw/example.ts'
import { teamOptions } from './team-options.ts'

const voorbeeldFields = z.object({ voorbeeld: z.string(), versie: z.coerce.number() })
const named = z.object({ identificatie: z.string().regex(/^[A-Z][A-Z0-9-]{1,39}$/, texts.fout.zaaktypecode) })

export async function addZaaktypeAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireBeheerder())
  const shown = readForm(voorbeeldFields, formData)
  if (!shown.ok) return shown.refusal
  const { voorbeeld, versie } = shown.fields
  const example = await findExample(voorbeeld)
  if (!example) notFound()
  // Fields are numbered, so the page must have shown the current version.
  if (example.versie !== versie) return shown.refuse({ name: 'team', text: texts.fout.intussen })

  const name = readForm(named, formData)
  const form = readForm(zaaktypeForm(example.gegevens, await teamOptions()), formData)
  const errors = [name, form].flatMap((read) => (read.ok ? [] : read.refusal.errors))
  if (!name.ok || !form.ok) return shown.refuse(...errors)
  const { identificatie } = name.fields
  const concept = { identificatie, versie: 0, bewerking: 0, gegevens: form.fields, actor }
  const saved = await saveConcept(zaaksysteem(), concept)
  if (!saved.ok) return shown.refuse({ name: 'identificatie', text: texts.fout.zaaktypecodeBezet })
  redirect(conceptPath(identificatie))
}

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

const bewerkingFields = z.object({ identificatie: z.string(), versie: z.coerce.number(), bewerking: z.coerce.number() })

export async function storeZaaktypeAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireBeheerder())
  const shown = readForm(bewerkingFields, formData)
  if (!shown.ok) return shown.refusal
  const { identificatie, versie, bewerking, gegevens } = (await loadBewerking(shown.fields.identificatie)) ?? notFound()
  const intussen = { name: 'team', text: texts.fout.intussen }
  // Fields are numbered, so the page must have shown the current data.
  if (versie !== shown.fields.versie || bewerking !== shown.fields.bewerking) return shown.refuse(intussen)

  const form = readForm(zaaktypeForm(gegevens, await teamOptions()), formData)
  if (!form.ok) return form.refusal
  const saved = await saveConcept(zaaksysteem(), { identificatie, versie, bewerking, gegevens: form.fields, actor })
  if (!saved.ok) return form.refuse(intussen)
  redirect(conceptPath(identificatie))
}
