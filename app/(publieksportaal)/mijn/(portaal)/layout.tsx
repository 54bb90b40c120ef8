import { Fragment, type ReactNode } from 'react'
import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { isGemachtigdeVanPersoon } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { currentBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { signOutBurger } from '#lib/publieksportaal/sign-in/burger/sign-out-burger.ts'
import { BurgerShell } from '#lib/ui/shell/burger-shell.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { texts } from '#lib/ui/texts/texts.ts'
import { voorWie } from './namens/voor-wie.ts'
import { IdleWarning } from './sessie/idle-warning.tsx'

/** Around the pages of the portal, also those that need no sign-in: each page asks for that itself. */
export default async function PortaalLayout({ children }: { children: ReactNode }) {
  const burger = await currentBurger()
  const taal = await currentTaal()
  return (
    <BurgerShell
      gemeente={platformEnv().GEMEENTE_NAAM}
      taal={taal}
      person={
        burger && {
          // a person of the demo is called by an aanhef, which is in one language
          naam: DEMO_BURGERS.find(({ aanhef }) => aanhef.nl === burger.naam)?.aanhef[taal] ?? burger.naam,
          voorWie: await voorWie(),
          hasVoorkeuren: !isGemachtigdeVanPersoon(burger),
          hasNamens: publieksportaal().env.PUBLIEKSPORTAAL_OIDC_NAMENS,
        }
      }
      signOut={signOutBurger}
    >
      {/* of another sign-in nothing is kept, also not what was typed */}
      <Fragment key={burger?.sessieId}>{children}</Fragment>
      {burger && (
        <>
          <noscript>
            <Paragraph soft>{texts(taal).sessie.zonderJavaScript}</Paragraph>
          </noscript>
          <IdleWarning
            // what was typed is of who typed it, and for whom
            burgerId={[burger.burgerId, burger.gemachtigdeId].filter(Boolean).join(' ')}
            sessieId={burger.sessieId}
            resterend={(burger.verlooptOp.getTime() - publieksportaal().clock().getTime()) / SECOND_MS}
            signOut={signOutBurger}
            texts={texts(taal).sessie}
          />
        </>
      )}
    </BurgerShell>
  )
}
