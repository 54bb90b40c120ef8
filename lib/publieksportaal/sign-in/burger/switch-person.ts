'use server'

import { burgerSignIn } from './sign-in.ts'

/** Ends this sign-in and has the visitor choose again at the provider for whom it is. */
export async function switchPerson(): Promise<void> {
  await burgerSignIn.switchPerson()
}
