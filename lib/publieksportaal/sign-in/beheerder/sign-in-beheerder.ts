'use server'

import { redirect } from 'next/navigation'
import { AuthError } from 'next-auth'
import { ownPath } from '#lib/platform/sign-in/own-path.ts'
import { publieksportaal } from '../../context.ts'
import { signIn } from './auth.ts'
import { signInSite } from './sign-in-site.ts'

/** The sign-in page's form: with a `persoon` as that demo person (demo), otherwise at the identity provider. */
export async function signInBeheerder(form: FormData): Promise<void> {
  const { url: origin, root, signInPage } = signInSite(publieksportaal().env)
  const redirectTo = ownPath(form.get('naar'), { root, origin })
  const persoon = form.get('persoon')
  if (persoon === null) redirect(await signIn('oidc', { redirect: false, redirectTo }))

  let next: string
  try {
    next = await signIn('demopersoon', { persoon, redirect: false, redirectTo })
  } catch (error) {
    if (!(error instanceof AuthError)) throw error
    next = `${signInPage}?${new URLSearchParams({ error: error.type, naar: redirectTo })}`
  }
  // a path, so that the demo works under whatever name the machine has
  redirect(ownPath(next, { root, origin }))
}
