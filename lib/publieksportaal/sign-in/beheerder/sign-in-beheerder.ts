'use server'

import { beheerderSignIn } from './sign-in.ts'

/** Handles the form of the beheerders' sign-in page. */
export async function signInBeheerder(form: FormData): Promise<void> {
  await beheerderSignIn.signIn(form)
}
