'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/ui/form/form-state.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { VERRICHTINGEN } from './verrichtingen.ts'

const named = z.object({ verrichting: z.string() })

/** Performs the verrichting that the form names, for a behandelaar who may do it. */
export async function submitVerrichting(_: unknown, formData: FormData): Promise<FormState<'gedaan'>> {
  const { verrichting } = readHidden(named, formData)
  return (VERRICHTINGEN.get(verrichting) ?? notFound()).submit(formData)
}

/** Performs a verrichting whose form has no fields that can be invalid. */
export async function performVerrichting(formData: FormData): Promise<void> {
  await submitVerrichting(undefined, formData)
}
