'use server'

import { notFound, redirect } from 'next/navigation'
import { burgerSignIn } from './sign-in.ts'

export async function signInBurger(form: FormData): Promise<void> {
  await burgerSignIn.signIn(form)
}

export async function signOutBurger(): Promise<void> {
  await burgerSignIn.signOut()
}

/** Ends this sign-in and lets the visitor choose again at the provider whom to act for. */
export async function switchPerson(): Promise<void> {
  await burgerSignIn.switchPerson()
}

/** Handles the buttons on Mijn zaken. A vestiging that this person may not choose changes nothing. */
export async function chooseVestiging(form: FormData): Promise<void> {
  if (!(form instanceof FormData)) notFound()
  await burgerSignIn.goOnAs({ burgerId: String(form.get('burgerId')) })
  redirect('/mijn')
}
