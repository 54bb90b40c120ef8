import { headers } from 'next/headers'
import { cache } from 'react'
import { readSessionToken } from '#lib/platform/sign-in/read-session-token.ts'
import { zaaksysteem } from '../context.ts'
import { findBehandelaarOfSessie, type SignedInBehandelaar } from './find-behandelaar-of-sessie.ts'
import { signInSite } from './sign-in-site.ts'

/** Who sent the request that is being answered, checked in the database; once for each request. */
export const currentBehandelaar = cache(async (): Promise<SignedInBehandelaar | undefined> => {
  const ctx = zaaksysteem()
  const token = await readSessionToken(signInSite(ctx.env), await headers())
  return findBehandelaarOfSessie(ctx, token?.sessieId)
})
