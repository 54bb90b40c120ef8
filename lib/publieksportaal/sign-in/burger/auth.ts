import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { onOwnUrl } from '#lib/platform/sign-in/on-own-url.ts'
import { publieksportaal } from '../../context.ts'
import { authConfig } from './auth-config.ts'

/** next-auth for citizens. Configured at the first request, because a build has no environment. */
const auth = NextAuth(() => authConfig(publieksportaal()))

export const { signIn, signOut } = auth

/** GET and POST of `/api/publieksportaal/auth/*`. */
export function handleAuth(request: NextRequest): Promise<Response> {
  const handle = request.method === 'POST' ? auth.handlers.POST : auth.handlers.GET
  return handle(onOwnUrl(request, publieksportaal().env.PUBLIEKSPORTAAL_URL))
}
