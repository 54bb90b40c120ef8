'use server'

import { beheerderSignIn } from './sign-in.ts'

export async function signInBeheerder(form: FormData): Promise<void> {
  await beheerderSignIn.signIn(form)
}

export async function signOutBeheerder(): Promise<void> {
  await beheerderSignIn.signOut()
}
