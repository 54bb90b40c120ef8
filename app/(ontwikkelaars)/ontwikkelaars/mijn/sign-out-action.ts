'use server'

import { redirect } from 'next/navigation'
import { PATHS } from '../paths.ts'
import { forgetClient } from './client-cookie.ts'

export async function signOutAction(): Promise<void> {
  await forgetClient()
  redirect(`${PATHS.mijn}?gedaan=afgemeld`)
}
