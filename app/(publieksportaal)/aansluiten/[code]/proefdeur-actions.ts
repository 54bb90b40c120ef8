'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findProefdeur, restartProefdeur } from '#lib/publieksportaal/proefdeur/proefdeur.ts'
import { tryGat } from '#lib/publieksportaal/proefdeur/try-gat.ts'
import { storable } from '#lib/ui/form/fields.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { proefdeurPath } from '../paths.ts'

const MAX_TOKEN = 8_192

/** Needs no sign-in: the code is the capability, and gives access to this test door only. */
export async function restartProefdeurAction(formData: FormData): Promise<void> {
  const { code } = readHidden(z.object({ code: storable }), formData)
  await restartProefdeur(publieksportaal(), code)
  redirect(proefdeurPath(code))
}

export async function tryGatAction(formData: FormData): Promise<void> {
  const { code, token } = readHidden(z.object({ code: storable, token: z.string().min(1).max(MAX_TOKEN) }), formData)
  const ctx = publieksportaal()
  const deur = (await findProefdeur(ctx, code)) ?? notFound()
  await tryGat(ctx, { deur, token })
  redirect(proefdeurPath(code))
}
