'use server'

import { burgerSignIn } from './sign-in.ts'

/** Handles the form of the citizens' sign-in page. */
export async function signInBurger(form: FormData): Promise<void> {
  await burgerSignIn.signIn(form)
}
