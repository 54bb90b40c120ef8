'use server'

import { behandelaarSignIn } from './sign-in.ts'

/** The action of the form on the desk's sign-in page. */
export async function signInBehandelaar(form: FormData): Promise<void> {
  await behandelaarSignIn.signIn(form)
}

export async function signOutBehandelaar(): Promise<void> {
  await behandelaarSignIn.signOut()
}
