'use server'

import { notFound, redirect } from 'next/navigation'
import { readmitBron } from '#lib/publieksportaal/bron/readmit-bron.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import { PORTAALBEHEER } from './paths.ts'

export async function readmitBronAction(formData: FormData): Promise<void> {
  const { actor } = await requireBeheerder()
  const source = formData.get('bron')
  // PostgreSQL takes no NUL in a text.
  if (typeof source !== 'string' || source.includes('\0')) notFound()
  const { known } = await readmitBron(publieksportaal(), { source, actor })
  redirect(known ? `${PORTAALBEHEER}?gedaan=aangenomen` : PORTAALBEHEER)
}
