import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { platformEnv } from '#lib/platform/env.ts'
import { LinkButton } from '#lib/ui/form/button.tsx'
import { SkipLink } from '#lib/ui/shell/skip-link.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { bezorgingen } from '#lib/ui/texts/bezorgingen.ts'
import { sleutels } from '#lib/ui/texts/sleutels.ts'
import { findMeldingen } from '#lib/zaaksysteem/balie/abonnementen/find-meldingen.ts'
import { countWerkvoorraad } from '#lib/zaaksysteem/balie/werkvoorraad/count-werkvoorraad.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { isBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { signOutBehandelaar } from '#lib/zaaksysteem/sign-in/sign-out-behandelaar.ts'
import { KeyboardShortcuts } from './keyboard-shortcuts.tsx'
import { MainMenu } from './main-menu.tsx'
import { ABONNEMENTEN, BEZORGINGEN } from './paths.ts'
import { SLEUTELS } from './sleutels/paths.ts'
import { PATHS } from './werkvoorraad-filter.ts'
import '#lib/ui/staff/shell.css'
import '#lib/ui/staff/page.css'
import '#lib/ui/staff/table.css'
import '#lib/ui/staff/filter-form.css'
import '../menu.css'
import '../zaak.css'
import '../abonnementen.css'
import '../pogingen-chart.css'
import '../bezorgingen.css'
import '../sleutels.css'

export const metadata: Metadata = {
  title: { template: `%s · ${balie.zaaksysteem}`, default: balie.zaaksysteem },
}

export default async function BalieLayout({ children }: { children: ReactNode }) {
  const behandelaar = await requireBehandelaar()
  const { id, naam, team } = behandelaar
  const ctx = zaaksysteem()
  const mayManage = isBeheerder(behandelaar)
  const [counts, meldingen] = await Promise.all([
    countWerkvoorraad(ctx, { behandelaarId: id }),
    mayManage ? findMeldingen(ctx) : [],
  ])
  return (
    <div className="staff" lang="nl">
      <SkipLink text={balie.naarInhoud} />
      <header className="staff-sidebar">
        <p>
          <strong>{balie.zaaksysteem}</strong>
          <span>{platformEnv().GEMEENTE_NAAM}</span>
        </p>
        <MainMenu
          items={[
            { href: PATHS.open, label: balie.lijst.open.titel, count: counts.open },
            { href: PATHS.mijn, label: balie.lijst.mijn.titel, count: counts.vanMij },
            { href: PATHS.afgehandeld, label: balie.lijst.afgehandeld.titel },
            ...(mayManage
              ? [
                  { href: ABONNEMENTEN, label: abonnementen.titel, meldingen: meldingen.length },
                  { href: BEZORGINGEN, label: bezorgingen.titel },
                  { href: SLEUTELS, label: sleutels.titel },
                ]
              : []),
          ]}
        />
        <div className="staff-sidebar__person">
          <p>
            <strong>{naam}</strong>
            <span>{balie.team(team)}</span>
          </p>
          <KeyboardShortcuts werkvoorraad={PATHS.open} />
          <form action={signOutBehandelaar}>
            <LinkButton>{balie.afmelden}</LinkButton>
          </form>
        </div>
      </header>
      <main id="inhoud" className="staff-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
