import { headers } from 'next/headers'
import { cache } from 'react'
import { readSessionToken } from '#lib/platform/sign-in/read-session-token.ts'
import { publieksportaal } from '../../context.ts'
import { findBeheerderOfSessie, type SignedInBeheerder } from './find-beheerder-of-sessie.ts'
import { signInSite } from './sign-in-site.ts'

/** Who sent the request that is being answered, checked in the database; once for each request. */
export const currentBeheerder = cache(async (): Promise<SignedInBeheerder | undefined> => {
  const ctx = publieksportaal()
  const token = await readSessionToken(signInSite(ctx.env), await headers())
  return findBeheerderOfSessie(ctx, token?.sessieId)
})
