'use server'

import { behandelaarSignIn } from './sign-in.ts'

export async function signOutBehandelaar(): Promise<void> {
  await behandelaarSignIn.signOut()
}
