import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { REQUEST_PATH_HEADER } from '#lib/platform/sign-in/request-path.ts'
import { zaaksysteem } from '../context.ts'
import { currentBehandelaar } from './current-behandelaar.ts'
import type { SignedInBehandelaar } from './find-behandelaar-of-sessie.ts'
import { signInSite } from './sign-in-site.ts'

/** The signed-in behandelaar; anyone else goes to the sign-in page, and from there back to where they were going. */
export async function requireBehandelaar(): Promise<SignedInBehandelaar> {
  const behandelaar = await currentBehandelaar()
  if (behandelaar) return behandelaar
  const { signInPage, root } = signInSite(zaaksysteem().env)
  const naar = (await headers()).get(REQUEST_PATH_HEADER) ?? root
  redirect(`${signInPage}?${new URLSearchParams({ naar })}`)
}
