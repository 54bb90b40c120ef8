import type { ReactNode } from 'react'
import { PageMessage } from '../text/page-message.tsx'
import { GemeenteNaam } from './gemeente-header.tsx'

/**
 * A page that belongs to neither system: the start, `not-found`, `error`. Its link does not use Next.js,
 * because every page loads the code of `error`.
 */
export function PlainShell({ gemeente, children }: { gemeente: string; children: ReactNode }) {
  return (
    <div className="zb-shell">
      <header className="zb-burger__header">
        <div className="zb-burger__inner">
          <a href="/" className="utrecht-link utrecht-link--html-a zb-gemeente">
            <GemeenteNaam gemeente={gemeente} />
          </a>
        </div>
      </header>
      <main id="inhoud" className="zb-burger__main">
        <div className="zb-burger__inner">{children}</div>
      </main>
    </div>
  )
}

/** A message page of neither system. Its texts are props, because Next.js may show it without our layout. */
export function PlainMessage({
  gemeente,
  phone,
  texts: { titel, uitleg, bel },
  children,
}: {
  gemeente: string
  phone: string
  texts: { titel: string; uitleg: string; bel: { before: string; after: string } }
  children: ReactNode
}) {
  return (
    <PlainShell gemeente={gemeente}>
      <PageMessage title={titel} explanation={uitleg} call={bel} phone={phone}>
        {children}
      </PageMessage>
    </PlainShell>
  )
}
