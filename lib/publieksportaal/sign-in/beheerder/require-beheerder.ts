import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { REQUEST_PATH_HEADER } from '#lib/platform/sign-in/request-path.ts'
import { publieksportaal } from '../../context.ts'
import { currentBeheerder } from './current-beheerder.ts'
import type { SignedInBeheerder } from './find-beheerder-of-sessie.ts'
import { signInSite } from './sign-in-site.ts'

/** The signed-in beheerder; anyone else goes to the sign-in page, and from there back to where they were going. */
export async function requireBeheerder(): Promise<SignedInBeheerder> {
  const beheerder = await currentBeheerder()
  if (beheerder) return beheerder
  const { signInPage, root } = signInSite(publieksportaal().env)
  const naar = (await headers()).get(REQUEST_PATH_HEADER) ?? root
  redirect(`${signInPage}?${new URLSearchParams({ naar })}`)
}
