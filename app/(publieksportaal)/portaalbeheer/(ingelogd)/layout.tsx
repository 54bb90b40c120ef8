import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { platformEnv } from '#lib/platform/env.ts'
import { requireBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import { signOutBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-out-beheerder.ts'
import { LinkButton } from '#lib/ui/form/button.tsx'
import { SkipLink } from '#lib/ui/shell/skip-link.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import '#lib/ui/staff/shell.css'
import '#lib/ui/staff/page.css'
import '#lib/ui/staff/table.css'
import '#lib/ui/staff/filter-form.css'
import '../portaalbeheer.css'

export const metadata: Metadata = {
  title: { template: `%s · ${portaalbeheer.titel}`, default: portaalbeheer.titel },
}

/** Looks like the desk, for the same kind of work; what it shows is the portal's alone. */
export default async function PortaalbeheerLayout({ children }: { children: ReactNode }) {
  const { naam } = await requireBeheerder()
  return (
    <div className="staff" lang="nl">
      <SkipLink text={portaalbeheer.naarInhoud} />
      <header className="staff-sidebar">
        <p>
          <strong>{portaalbeheer.titel}</strong>
          <span>{platformEnv().GEMEENTE_NAAM}</span>
        </p>
        <div className="staff-sidebar__person">
          <p>
            <strong>{naam}</strong>
            <span>{portaalbeheer.rol}</span>
          </p>
          <form action={signOutBeheerder}>
            <LinkButton>{portaalbeheer.uitloggen}</LinkButton>
          </form>
        </div>
      </header>
      <main id="inhoud" className="staff-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
