'use server'

import { beheerderSignIn } from './sign-in.ts'

export async function signOutBeheerder(): Promise<void> {
  await beheerderSignIn.signOut()
}
