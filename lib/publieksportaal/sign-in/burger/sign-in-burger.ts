'use server'

import { burgerSignIn } from './sign-in.ts'

/** The form of the citizens' sign-in page. */
export async function signInBurger(form: FormData): Promise<void> {
  await burgerSignIn.signIn(form)
}
