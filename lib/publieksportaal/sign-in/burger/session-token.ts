import { headers } from 'next/headers'
import { cache } from 'react'
import { readSessionToken } from '#lib/platform/sign-in/read-session-token.ts'
import { publieksportaal } from '../../context.ts'
import { signInSite } from './sign-in-site.ts'

/** What the session cookie of the request that is being answered holds; says nothing about whether it still counts. */
export const sessionToken = cache(async () => readSessionToken(signInSite(publieksportaal().env), await headers()))
