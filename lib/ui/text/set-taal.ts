'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { TAAL_COOKIE, TALEN } from './taal.ts'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/**
 * The server action of the language button. It renders the page in the new language, also without
 * JavaScript.
 */
export async function setTaal(form: FormData): Promise<void> {
  const { taal } = readHidden(z.object({ taal: z.enum(TALEN) }), form)
  const jar = await cookies()
  jar.set(TAAL_COOKIE, taal, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: YEAR_SECONDS })
}
