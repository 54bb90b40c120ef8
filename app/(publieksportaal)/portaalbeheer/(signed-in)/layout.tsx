import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { requireBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import { signOutBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in-actions.ts'
import { StaffShell } from '#lib/ui/staff/staff-shell.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import '../portaalbeheer.css'

const { titel, naarInhoud, rol, uitloggen } = portaalbeheer

export const metadata: Metadata = { title: { template: `%s · ${titel}`, default: titel } }

export default async function PortaalbeheerLayout({ children }: { children: ReactNode }) {
  const { naam } = await requireBeheerder()
  return (
    <StaffShell
      title={titel}
      skipLabel={naarInhoud}
      person={{ name: naam, role: rol }}
      signOut={signOutBeheerder}
      signOutLabel={uitloggen}
    >
      {children}
    </StaffShell>
  )
}
