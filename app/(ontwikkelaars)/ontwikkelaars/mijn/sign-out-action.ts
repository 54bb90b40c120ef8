'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { signOutClient } from '#lib/zaaksysteem/api-client/client-sessie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { PATHS } from '../paths.ts'
import { currentClient, forgetClient } from './client-cookie.ts'

export async function signOutAction(): Promise<void> {
  const signedIn = await currentClient()
  if (signedIn) await signOutClient(zaaksysteem(), { client: signedIn.client, headers: await headers() })
  await forgetClient()
  redirect(`${PATHS.mijn}?gedaan=afgemeld`)
}
