import type { ReactNode } from 'react'
import { PageMessage } from '../text/page-message.tsx'
import { PlainShell } from './plain-shell.tsx'

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
