import type { Metadata } from 'next'
import { v4 } from 'uuid'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { withAll } from '#lib/ui/form/labels.ts'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { registreren } from '#lib/ui/texts/balie/zaak.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { findTeams, loadTeamnamen } from '#lib/zaaksysteem/catalogus/team/find-teams.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { teamsOnder } from '#lib/zaaksysteem/rechten/mag.ts'
import { requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { zaaktypeOptions } from '../../options.ts'
import { PATHS } from '../../werkvoorraad-filter.ts'
import { findBehandelaarOptions } from './find-behandelaar-options.ts'
import { RegisterForm } from './register-form.tsx'

export const metadata: Metadata = { title: registreren.titel }

export default async function NieuweZaakPage() {
  const behandelaar = await requireRecht('behandelen')
  const ctx = zaaksysteem()
  const [zaaktypen, every, teamnaamOf, behandelaars] = await Promise.all([
    findZaaktypen(ctx),
    findTeams(ctx),
    loadTeamnamen(ctx),
    findBehandelaarOptions(behandelaar),
  ])
  const teams = teamsOnder(behandelaar, 'behandelen', every)
  return (
    <>
      <Breadcrumb items={[{ href: PATHS.open, text: balie.lijst.open.titel }]} current={registreren.titel} />
      <Heading level={1}>{registreren.titel}</Heading>
      <RegisterForm
        initial={{
          kenmerk: v4(),
          soort: 'burger',
          startdatum: dateInAmsterdam(ctx.clock()),
          team: teams.find((team) => team === behandelaar.team) ?? '',
        }}
        zaaktypen={withAll(registreren.kiesZaaktype, zaaktypeOptions(zaaktypen))}
        teams={withAll(
          registreren.teamVanZaaktype,
          teams.map((team) => ({ value: team, label: behandeling.team(teamnaamOf(team)) })),
        )}
        behandelaars={withAll(registreren.nogNiemand, behandelaars)}
        backHref={PATHS.open}
      />
    </>
  )
}
