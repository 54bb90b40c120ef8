import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { SignedInBurger } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { requireBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { afterwards, type Gedaan, VOORKEUREN } from './paths.ts'

/**
 * Returns the signed-in citizen when the form's `burgerId` is theirs. An open tab can still show a citizen
 * who signed out. Then nothing changes for either, and the page says so.
 */
export async function requireBurgerOf(formData: FormData): Promise<SignedInBurger> {
  const burger = await requireBurger()
  const { burgerId } = readHidden(z.object({ burgerId: z.string().optional() }), formData)
  if (burgerId === burger.burgerId) return burger
  backToVoorkeuren('andereBurger')
}

/** Redirects to the page, with the outcome if there is one. */
export function backToVoorkeuren(gedaan?: Gedaan): never {
  // a redirect to another query of the same page would otherwise reuse the router cache
  refresh()
  redirect(gedaan ? afterwards(gedaan) : VOORKEUREN)
}
