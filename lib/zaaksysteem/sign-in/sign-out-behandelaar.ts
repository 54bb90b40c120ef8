'use server'

import { behandelaarSignIn } from './sign-in.ts'

/** Signs out at the desk. */
export async function signOutBehandelaar(): Promise<void> {
  await behandelaarSignIn.signOut()
}
