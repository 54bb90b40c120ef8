'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { DICHTHEDEN, DICHTHEID_COOKIE } from './dichtheid.ts'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Renders the list again with the other row height, without JavaScript too. */
export async function setDichtheidAction(formData: FormData): Promise<void> {
  await requireBehandelaar()
  const { dichtheid } = readHidden(z.object({ dichtheid: z.enum(DICHTHEDEN) }), formData)
  const jar = await cookies()
  jar.set(DICHTHEID_COOKIE, dichtheid, { httpOnly: true, sameSite: 'lax', path: '/balie', maxAge: YEAR_SECONDS })
}
