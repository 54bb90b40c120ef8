'use server'

import { burgerSignIn } from './sign-in.ts'

/** Signs a citizen out. */
export async function signOutBurger(): Promise<void> {
  await burgerSignIn.signOut()
}
