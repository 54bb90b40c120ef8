'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import type { Rotated } from '#lib/ui/staff/rotate-form.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { rotateToken } from '#lib/zaaksysteem/api-client/rotate-token.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { readManaged } from '../../../read-managed.ts'

const OVERLAP_HOURS: Record<string, number> = { '168': 168, '24': 24, '0': 0 }
const USUAL_OVERLAP_HOURS = 168
const { token: texts } = apiClients

export async function rotateTokenAction(_: unknown, formData: FormData): Promise<FormState<Rotated>> {
  const { id, actor } = await readManaged(formData, 'clientId')
  const { overlap = '' } = readHidden(z.object({ overlap: z.string().optional() }), formData)
  const overlapHours = OVERLAP_HOURS[overlap] ?? USUAL_OVERLAP_HOURS
  const rotated = await rotateToken(zaaksysteem(), { id, overlapHours, actor })
  if (rotated.ok) {
    const gevolg = overlapHours > 0 ? texts.oudOverlap : texts.oudDirect
    return { errors: [], answer: { value: rotated.token, gevolg } }
  }
  if (rotated.reason === 'not_found') notFound()
  return { errors: [], answer: { refused: texts.teVeel } }
}
