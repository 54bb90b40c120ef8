'use server'

import { burgerSignIn } from './sign-in.ts'

export async function signOutBurger(): Promise<void> {
  await burgerSignIn.signOut()
}
