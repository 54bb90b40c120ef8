import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { SignedInBurger } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { requireBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { afterwards, type Gedaan, VOORKEUREN } from './paths.ts'

/**
 * Who sent this form, when the `burgerId` that each form has is theirs. A tab that is still open can show another than who is signed in
 * now: nothing is changed for either, and the page says so.
 */
export async function requireBurgerOf(formData: FormData): Promise<SignedInBurger> {
  const burger = await requireBurger()
  const { burgerId } = readHidden(z.object({ burgerId: z.string().optional() }), formData)
  if (burgerId === burger.burgerId) return burger
  backToVoorkeuren('andereBurger')
}

/** Leads back to the page, which says what was done, if anything was. */
export function backToVoorkeuren(gedaan?: Gedaan): never {
  // to another query of the page itself the browser would keep what it has
  refresh()
  redirect(gedaan ? afterwards(gedaan) : VOORKEUREN)
}
