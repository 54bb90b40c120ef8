'use server'

import { notFound, redirect } from 'next/navigation'
import { burgerSignIn } from './sign-in.ts'

/** Handles the buttons on Mijn zaken. A vestiging that this person may not choose changes nothing. */
export async function chooseVestiging(form: FormData): Promise<void> {
  if (!(form instanceof FormData)) notFound()
  await burgerSignIn.goOnAs({ burgerId: String(form.get('burgerId')) })
  redirect('/mijn')
}
