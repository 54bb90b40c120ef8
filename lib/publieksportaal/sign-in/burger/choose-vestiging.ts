'use server'

import { notFound, redirect } from 'next/navigation'
import { burgerSignIn } from './sign-in.ts'

/** The buttons on Mijn zaken: what is not this person's to choose changes nothing. */
export async function chooseVestiging(form: FormData): Promise<void> {
  if (!(form instanceof FormData)) notFound()
  await burgerSignIn.goOnAs({ burgerId: String(form.get('burgerId')) })
  redirect('/mijn')
}
