'use server'

import { redirect } from 'next/navigation'
import { zaaksysteem } from '../context.ts'
import { signOut } from './auth.ts'
import { currentBehandelaar } from './current-behandelaar.ts'
import { endSessie } from './end-sessie.ts'
import { signInSite } from './sign-in-site.ts'

/** Signs out at the desk. */
export async function signOutBehandelaar(): Promise<void> {
  const ctx = zaaksysteem()
  const behandelaar = await currentBehandelaar()
  // before the cookie goes: next-auth only logs it when ending fails, and would say that somebody is signed out
  if (behandelaar) await endSessie(ctx, behandelaar.sessieId)
  await signOut({ redirect: false })
  redirect(`${signInSite(ctx.env).signInPage}?uitgelogd=1`)
}
