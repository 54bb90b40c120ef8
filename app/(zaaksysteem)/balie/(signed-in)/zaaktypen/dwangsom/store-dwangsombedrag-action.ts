'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/text.ts'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readForm } from '#lib/ui/form/read-form.ts'
import { dwangsombedragen } from '#lib/ui/texts/balie/beheer/dwangsombedragen.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import { storeDwangsombedrag } from '#lib/zaaksysteem/catalogus/dwangsombedragen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { datum } from '#lib/zaaksysteem/zaak/handelingen/velden.ts'
import { DWANGSOMBEDRAGEN } from '../../paths.ts'

const MAX_BRON = 80
const { fout } = dwangsombedragen

const bedrag = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, fout.bedrag)
  .transform(Number)
const schema = z.object({
  vanaf: datum,
  bron: z.string().trim().min(1, fout.leeg).max(MAX_BRON, fout.teLang(MAX_BRON)).regex(ONE_LINE, staff.eenRegel),
  eerste: bedrag,
  tweede: bedrag,
  derde: bedrag,
})

export async function storeDwangsombedragAction(_: unknown, formData: FormData): Promise<FormState> {
  const actor = await deskActor(await requireBeheerder())
  const form = readForm(schema, formData)
  if (!form.ok) return form.refusal
  const stored = await storeDwangsombedrag(zaaksysteem(), { ...form.fields, actor })
  if (!stored.ok) return form.refuse({ name: 'vanaf', text: fout[stored.reason] })
  redirect(`${DWANGSOMBEDRAGEN}?gedaan=vastgelegd`)
}
