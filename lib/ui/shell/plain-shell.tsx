import type { ReactNode } from 'react'
import { GemeenteHeader } from './gemeente-header.tsx'

/** A page that belongs to neither system: the start, `not-found`, `error`. */
export function PlainShell({ gemeente, children }: { gemeente: string; children: ReactNode }) {
  return (
    <div className="zb-shell">
      <GemeenteHeader gemeente={gemeente} href="/" />
      <main id="inhoud" className="zb-burger__main">
        <div className="zb-burger__inner">{children}</div>
      </main>
    </div>
  )
}
