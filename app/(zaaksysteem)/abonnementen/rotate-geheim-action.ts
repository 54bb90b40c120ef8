'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import type { Rotated } from '#lib/ui/staff/bezorging/rotate-form.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { rotateGeheim } from '#lib/zaaksysteem/abonnement/geheim/rotate-geheim.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { readManaged } from '../balie/(signed-in)/read-managed.ts'

const OVERLAP_HOURS = 24
const { geheim: texts } = abonnementen

export async function rotateGeheimAction(_: unknown, formData: FormData): Promise<FormState<Rotated>> {
  const { id, actor } = await readManaged(formData, 'abonnementId')
  const { overlap } = readHidden(z.object({ overlap: z.string().optional() }), formData)
  const overlapHours = overlap === '0' ? 0 : OVERLAP_HOURS
  const rotated = await rotateGeheim(zaaksysteem(), { id, actor, overlapHours })
  // An abonnement without a secret has no such page either.
  if (!rotated.ok) notFound()
  return { errors: [], answer: { value: rotated.geheim, gevolg: overlapHours > 0 ? texts.oud24 : texts.oud0 } }
}
