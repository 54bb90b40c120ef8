'use server'

import { burgerSignIn } from './sign-in.ts'

export async function signInBurger(form: FormData): Promise<void> {
  await burgerSignIn.signIn(form)
}
