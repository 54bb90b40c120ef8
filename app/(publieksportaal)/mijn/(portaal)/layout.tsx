import { Fragment, type ReactNode } from 'react'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { isGemachtigdeVanPersoon } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { currentBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { signOutBurger } from '#lib/publieksportaal/sign-in/burger/sign-in-actions.ts'
import { BurgerShell } from '#lib/ui/shell/burger-shell.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { texts } from '#lib/ui/texts/texts.ts'
import { voorWie } from './namens/dit-doet-u.tsx'
import { IdleWarning } from './sessie/idle-warning.tsx'

/** Layout of all portal pages, including those without sign-in: each page checks that itself. */
export default async function PortaalLayout({ children }: { children: ReactNode }) {
  const burger = await currentBurger()
  const taal = await currentTaal()
  return (
    <BurgerShell
      gemeente={platformEnv().GEMEENTE_NAAM}
      taal={taal}
      person={
        burger && {
          // a demo person has an aanhef in one language only
          naam: DEMO_BURGERS.find(({ aanhef }) => aanhef.nl === burger.naam)?.aanhef[taal] ?? burger.naam,
          voorWie: await voorWie(),
          hasVoorkeuren: !isGemachtigdeVanPersoon(burger),
          hasNamens: publieksportaal().env.PUBLIEKSPORTAAL_OIDC_NAMENS,
        }
      }
      signOut={signOutBurger}
    >
      {/* remounts for another session, so that neither content nor typed text remains */}
      <Fragment key={burger?.sessieId}>{children}</Fragment>
      {burger && (
        <>
          <noscript>
            <Paragraph soft>{texts(taal).sessie.zonderJavaScript}</Paragraph>
          </noscript>
          <IdleWarning
            // typed text belongs to the person who typed it and the person represented
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
