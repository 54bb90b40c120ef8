import type { ReactNode } from 'react'
import { LeverancierShell } from '#lib/ui/shell/leverancier-shell.tsx'
import { sectionTitled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { aansluiten } from '#lib/ui/texts/aansluiten.ts'
import { AANSLUITEN } from './paths.ts'
import '../../../lib/ui/staff/page.css'
import '../../../lib/ui/staff/list/table.css'
import './aansluiten.css'

export const generateMetadata = sectionTitled((taal) => aansluiten[taal].titel)

/** Layout for suppliers of a zaaksysteem, who have no account here. */
export default async function AansluitenLayout({ children }: { children: ReactNode }) {
  return (
    <LeverancierShell href={AANSLUITEN} taal={await currentTaal()}>
      <div className="aansluiten">{children}</div>
    </LeverancierShell>
  )
}
