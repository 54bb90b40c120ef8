'use server'

import { burgerSignIn } from './sign-in.ts'

/** Ends this sign-in and lets the visitor choose again at the provider whom to act for. */
export async function switchPerson(): Promise<void> {
  await burgerSignIn.switchPerson()
}
