'use server'

import { redirect } from 'next/navigation'
import { publieksportaal } from '../../context.ts'
import { signOut } from './auth.ts'
import { currentBeheerder } from './current-beheerder.ts'
import { endBeheersessie } from './end-beheersessie.ts'
import { signInSite } from './sign-in-site.ts'

/** Signs a beheerder out. */
export async function signOutBeheerder(): Promise<void> {
  const ctx = publieksportaal()
  const beheerder = await currentBeheerder()
  // before the cookie goes: next-auth only logs it when ending fails, and would say that somebody is signed out
  if (beheerder) await endBeheersessie(ctx, beheerder.sessieId)
  await signOut({ redirect: false })
  redirect(`${signInSite(ctx.env).signInPage}?uitgelogd=1`)
}
