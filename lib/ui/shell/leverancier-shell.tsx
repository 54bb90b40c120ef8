import type { ReactNode } from 'react'
import { platformEnv } from '#lib/platform/env.ts'
import type { Taal } from '../text/taal.ts'
import { texts } from '../texts/texts.ts'
import { GemeenteHeader } from './gemeente-header.tsx'
import { SkipLink } from './skip-link.tsx'
import { TaalForm } from './taal-form.tsx'

type Props = { href: string; taal: Taal; menu?: ReactNode; children: ReactNode }

/** A page for suppliers. @param props.href target of the link in its header */
export function LeverancierShell({ href, taal, menu, children }: Props) {
  return (
    <div className="zb-shell">
      <SkipLink text={texts(taal).skip} />
      <GemeenteHeader gemeente={platformEnv().GEMEENTE_NAAM} href={href}>
        <TaalForm taal={taal} />
      </GemeenteHeader>
      {menu}
      <main id="inhoud" tabIndex={-1} className="zb-burger__main">
        <div className="zb-burger__inner">{children}</div>
      </main>
    </div>
  )
}
