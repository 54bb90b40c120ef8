'use server'

import { redirect } from 'next/navigation'
import { forgetClient } from '#lib/zaaksysteem/api-client/client-cookie.ts'
import { PATHS } from '../paths.ts'

export async function signOutAction(): Promise<void> {
  await forgetClient()
  redirect(`${PATHS.mijn}?gedaan=afgemeld`)
}
