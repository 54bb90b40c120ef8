import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { findAfwijkendeKlokken } from '#lib/platform/postgres/database-clock.ts'
import { KeepTyped } from '#lib/ui/form/typed/keep-typed.tsx'
import { StaffShell } from '#lib/ui/staff/staff-shell.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { audittrail } from '#lib/ui/texts/balie/audittrail.ts'
import { teams } from '#lib/ui/texts/balie/behandeling.ts'
import { datalekken as datalekTexts } from '#lib/ui/texts/balie/beheer/datalekken.ts'
import { betrokkene } from '#lib/ui/texts/balie/betrokkene.ts'
import { bezorgingen } from '#lib/ui/texts/balie/bezorgingen.ts'
import { signaleringen as signaleringTexts } from '#lib/ui/texts/balie/signaleringen.ts'
import { vernietiging as vernietigingTexts } from '#lib/ui/texts/balie/vernietiging.ts'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { zaaktypen } from '#lib/ui/texts/balie/zaaktypen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { behandelaars } from '#lib/ui/texts/behandelaars.ts'
import { sleutels } from '#lib/ui/texts/sleutels.ts'
import { klokken as klokkenTexts, staff } from '#lib/ui/texts/staff.ts'
import { countOpenDatalekken } from '#lib/zaaksysteem/audit/datalek/find-datalekken.ts'
import { countMeldingen } from '#lib/zaaksysteem/bezorging/overzicht/find-meldingen.ts'
import { loadTeamnamen } from '#lib/zaaksysteem/catalogus/team/find-teams.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { magErgens, type Recht } from '#lib/zaaksysteem/rechten/mag.ts'
import { isBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { signOutBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in-actions.ts'
import { countSignaleringen, MOST_SIGNALERINGEN } from '#lib/zaaksysteem/signalering/find-signaleringen.ts'
import { countWerkvoorraad } from '#lib/zaaksysteem/werkvoorraad/count-werkvoorraad.ts'
import { MAX_COUNTED } from '#lib/zaaksysteem/werkvoorraad/werkvoorraad-filter.ts'
import { countTeBeoordelen } from '#lib/zaaksysteem/zaak/bewaren/find-lijsten.ts'
import { countTeVernietigen } from '#lib/zaaksysteem/zaak/bewaren/find-te-vernietigen.ts'
import { KeyboardShortcuts } from './keyboard-shortcuts.tsx'
import { MainMenu } from './main-menu.tsx'
import {
  ABONNEMENTEN,
  API_CLIENTS,
  AUDIT,
  BEHANDELAARS,
  BEZORGINGEN,
  BSN_ZOEKEN,
  DATALEKKEN,
  INZAGE,
  SIGNALERINGEN,
  SLEUTELS,
  TEAMS,
  VERNIETIGING,
  ZAAKTYPEN,
} from './paths.ts'
import { PATHS } from './werkvoorraad-filter.ts'
import { Workeruitval } from './workeruitval.tsx'
import { ZoekOveral } from './zoeken/zoek-overal.tsx'
import '../../abonnementen/abonnementen.css'
import '../../../../lib/ui/chart/chart.css'
import '../menu.css'
import '../zaak.css'
import '../abonnementen.css'
import '../balie.css'
import '../werkvoorraad.css'

export const metadata: Metadata = {
  title: { template: `%s · ${balie.zaaksysteem}`, default: balie.zaaksysteem },
}

/** The upper limit of the menu's count of zaken past their bewaartermijn. */
const MOST_COUNTED = 100

const capped = (count: number) => (count === MAX_COUNTED ? werkvoorraad.teVeelOmTeTellen : String(count))

export default async function BalieLayout({ children }: { children: ReactNode }) {
  const behandelaar = await requireBehandelaar()
  const { id, naam, team } = behandelaar
  const ctx = zaaksysteem()
  const mayManage = isBeheerder(behandelaar)
  const mag = (recht: Recht) => magErgens(behandelaar, recht)
  const mayDestroy = mag('vernietigen')
  const [teamnaamOf, counts, signaleringen, meldingen, klokken, datalekken, teVernietigen, teBeoordelen] =
    await Promise.all([
      loadTeamnamen(ctx),
      countWerkvoorraad(ctx, behandelaar),
      countSignaleringen(ctx, id),
      mayManage ? countMeldingen(ctx) : 0,
      mayManage ? findAfwijkendeKlokken(ctx) : [],
      mayManage ? countOpenDatalekken(ctx) : 0,
      mayDestroy ? countTeVernietigen(ctx, { most: MOST_COUNTED }) : 0,
      mayDestroy ? countTeBeoordelen(ctx, id) : 0,
    ])
  return (
    <KeepTyped key={id} persoonId={id} texts={staff.getypt}>
      <StaffShell
        title={balie.zaaksysteem}
        skipLabel={balie.naarInhoud}
        search={<ZoekOveral />}
        menu={
          <MainMenu
            groups={[
              {
                naam: balie.menugroep.zaken,
                items: [
                  { href: PATHS.open, label: balie.lijst.open.titel, count: capped(counts.open) },
                  { href: PATHS.mijn, label: balie.lijst.mijn.titel, count: capped(counts.vanMij) },
                  {
                    href: SIGNALERINGEN,
                    label: signaleringTexts.titel,
                    ongezien: ongezienSignaleringen(signaleringen),
                  },
                  { href: PATHS.afgehandeld, label: balie.lijst.afgehandeld.titel },
                  ...when(mag('coordineren'), { href: TEAMS, label: teams.titel }),
                  ...when(mag('bsn_zoeken'), { href: BSN_ZOEKEN, label: betrokkene.zoeken.titel }),
                  ...when(mayDestroy, {
                    href: VERNIETIGING,
                    label: vernietigingTexts.titel,
                    ongezien: openVernietiging(teVernietigen, teBeoordelen),
                  }),
                ],
              },
              {
                naam: balie.menugroep.koppelingen,
                items: when(
                  mayManage,
                  { href: ABONNEMENTEN, label: abonnementen.titel, ongezien: ongezien(meldingen, balie.menuMeldingen) },
                  {
                    href: BEZORGINGEN,
                    label: bezorgingen.titel,
                    ongezien: ongezien(klokken.length, klokkenTexts.inMenu),
                  },
                  { href: API_CLIENTS, label: apiClients.titel },
                  { href: SLEUTELS, label: sleutels.titel },
                ),
              },
              {
                naam: balie.menugroep.beheer,
                items: [
                  ...when(mayManage, { href: ZAAKTYPEN, label: zaaktypen.titel }),
                  ...when(mag('inzage_geven'), { href: INZAGE, label: betrokkene.inzage.titel }),
                  ...when(
                    mayManage,
                    { href: BEHANDELAARS, label: behandelaars.titel },
                    {
                      href: DATALEKKEN,
                      label: datalekTexts.titel,
                      ongezien: ongezien(datalekken, datalekTexts.inMenu),
                    },
                    { href: AUDIT, label: audittrail.titel },
                  ),
                ],
              },
            ]}
          />
        }
        person={{ name: naam, role: balie.team(teamnaamOf(team)) }}
        tools={<KeyboardShortcuts werkvoorraad={PATHS.open} />}
        signOut={signOutBehandelaar}
        signOutLabel={balie.afmelden}
      >
        <Workeruitval behandelaar={behandelaar} />
        {children}
      </StaffShell>
    </KeepTyped>
  )
}

const when = <T,>(isAllowed: boolean, ...items: T[]): T[] => (isAllowed ? items : [])

const ongezien = (n: number, label: (n: number) => string) => n > 0 && { count: n, label: label(n) }

function ongezienSignaleringen(n: number) {
  const count = n < MOST_SIGNALERINGEN ? n : signaleringTexts.meerDan(MOST_SIGNALERINGEN - 1)
  return n > 0 && { count, label: signaleringTexts.inMenu(n) }
}

function openVernietiging(zaken: number, lijsten: number) {
  const aantal = zaken < MOST_COUNTED ? zaken : vernietigingTexts.meerDan(MOST_COUNTED - 1)
  const count = zaken < MOST_COUNTED ? zaken + lijsten : aantal
  return zaken + lijsten > 0 && { count, label: vernietigingTexts.inMenu(aantal, lijsten) }
}
