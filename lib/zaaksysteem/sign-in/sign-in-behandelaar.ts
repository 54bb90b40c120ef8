'use server'

import { behandelaarSignIn } from './sign-in.ts'

/** The form of the desk's sign-in page. */
export async function signInBehandelaar(form: FormData): Promise<void> {
  await behandelaarSignIn.signIn(form)
}
