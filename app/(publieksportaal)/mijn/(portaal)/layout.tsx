import type { ReactNode } from 'react'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { currentBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { signOutBurger } from '#lib/publieksportaal/sign-in/burger/sign-out-burger.ts'
import { BurgerShell } from '#lib/ui/shell/burger-shell.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { IdleWarning } from './sessie/idle-warning.tsx'

/** Around the pages of the portal, also those that need no sign-in: each page asks for that itself. */
export default async function PortaalLayout({ children }: { children: ReactNode }) {
  const burger = await currentBurger()
  const taal = await currentTaal()
  return (
    <BurgerShell gemeente={platformEnv().GEMEENTE_NAAM} taal={taal} person={burger} signOut={signOutBurger}>
      {children}
      {burger && (
        <IdleWarning
          burgerId={burger.burgerId}
          sessieId={burger.sessieId}
          resterend={(burger.verlooptOp.getTime() - publieksportaal().clock().getTime()) / SECOND_MS}
          signOut={signOutBurger}
          texts={texts(taal).sessie}
        />
      )}
    </BurgerShell>
  )
}
