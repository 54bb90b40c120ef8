import type { ReactNode } from 'react'
import { platformEnv } from '#lib/platform/env.ts'
import { currentBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { signOutBurger } from '#lib/publieksportaal/sign-in/burger/sign-out-burger.ts'
import { BurgerShell } from '#lib/ui/shell/burger-shell.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'

/** Around the pages of the portal, also those that need no sign-in: each page asks for that itself. */
export default async function PortaalLayout({ children }: { children: ReactNode }) {
  return (
    <BurgerShell
      gemeente={platformEnv().GEMEENTE_NAAM}
      taal={await currentTaal()}
      person={await currentBurger()}
      signOut={signOutBurger}
    >
      {children}
    </BurgerShell>
  )
}
