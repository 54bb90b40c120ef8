'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { rotateToken } from '#lib/zaaksysteem/api-client/rotate-token.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { readManaged } from '../../../read-managed.ts'

const OVERLAP_HOURS: Record<string, number> = { '168': 168, '24': 24, '0': 0 }
const USUAL_OVERLAP_HOURS = 168

/** The token is in the answer to the form, and nowhere else: no page or address can show it again. */
type TokenState = FormState<{ token: string; overlapHours: number } | 'too_many_tokens'>

export async function rotateTokenAction(_: unknown, formData: FormData): Promise<TokenState> {
  const { id, actor } = await readManaged(formData, 'clientId')
  const { overlap = '' } = readHidden(z.object({ overlap: z.string().optional() }), formData)
  const overlapHours = OVERLAP_HOURS[overlap] ?? USUAL_OVERLAP_HOURS
  const rotated = await rotateToken(zaaksysteem(), { id, overlapHours, actor })
  if (rotated.ok) return { errors: [], answer: { token: rotated.token, overlapHours } }
  if (rotated.reason === 'not_found') notFound()
  return { errors: [], answer: 'too_many_tokens' }
}
