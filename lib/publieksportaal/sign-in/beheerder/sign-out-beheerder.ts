'use server'

import { beheerderSignIn } from './sign-in.ts'

/** Signs a beheerder out. */
export async function signOutBeheerder(): Promise<void> {
  await beheerderSignIn.signOut()
}
