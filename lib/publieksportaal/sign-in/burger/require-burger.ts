import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { REQUEST_PATH_HEADER } from '#lib/platform/sign-in/request-path.ts'
import { publieksportaal } from '../../context.ts'
import { currentBurger } from './current-burger.ts'
import { extendSessie } from './extend-sessie.ts'
import type { SignedInBurger } from './find-burger-of-sessie.ts'
import { sessionToken } from './session-token.ts'
import { signInSite } from './sign-in-site.ts'

/**
 * The signed-in burger, whose sessie this use extends; anyone else goes to the sign-in page, and from there back to
 * where they were going.
 */
export const requireBurger = cache(async (): Promise<SignedInBurger> => {
  const ctx = publieksportaal()
  const token = await sessionToken()
  const burger = await currentBurger()
  if (!burger) {
    const { signInPage, root } = signInSite(ctx.env)
    const naar = (await headers()).get(REQUEST_PATH_HEADER) ?? root
    // a cookie that no longer counts: they were signed in until a moment ago
    redirect(`${signInPage}?${new URLSearchParams({ ...(token && { fout: 'verlopen' }), naar })}`)
  }
  if (typeof token?.begonnenOp === 'number') {
    await extendSessie(ctx, { sessieId: burger.sessieId, begonnenOp: token.begonnenOp })
  }
  return burger
})
