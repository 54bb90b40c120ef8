'use server'

import { redirect } from 'next/navigation'
import { publieksportaal } from '../../context.ts'
import { signOut } from './auth.ts'
import { currentBurger } from './current-burger.ts'
import { endSessie } from './end-sessie.ts'
import { signInSite } from './sign-in-site.ts'

/** Signs a citizen out. */
export async function signOutBurger(): Promise<void> {
  const ctx = publieksportaal()
  const burger = await currentBurger()
  // before the cookie goes: next-auth only logs it when ending fails, and would say that somebody is signed out
  if (burger) await endSessie(ctx, burger.sessieId)
  await signOut({ redirect: false })
  redirect(`${signInSite(ctx.env).signInPage}?uitgelogd=1`)
}
