import type { Metadata } from 'next'
import { z } from 'zod'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { ListPage } from '#lib/ui/staff/list/list-page.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { dwangsombedragen } from '#lib/ui/texts/balie/beheer/dwangsombedragen.ts'
import { herberekenen } from '#lib/ui/texts/balie/beheer/herberekenen.ts'
import { teamlijst } from '#lib/ui/texts/balie/beheer/teams.ts'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { findZaaktypestanden, versieOp, type Zaaktypestand } from '#lib/zaaksysteem/catalogus/find-zaaktypestanden.ts'
import { loadTeamnamen } from '#lib/zaaksysteem/catalogus/team/find-teams.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import {
  conceptPath,
  DWANGSOMBEDRAGEN,
  HERBEREKENEN,
  NIEUW_ZAAKTYPE,
  TEAMLIJST,
  ZAAKTYPE_IMPORTEREN,
  zaaktypePath,
} from '../paths.ts'
import { partsOf } from './duur.ts'

const { kolom } = texts

const columnsOn = (today: string, teamnaamOf: (code: string) => string): Column<Zaaktypestand>[] => [
  {
    name: kolom.zaaktype,
    cell: ({ identificatie, gegevens }) => <Link href={zaaktypePath(identificatie)}>{gegevens.omschrijving.nl}</Link>,
    caption: ({ identificatie }) => identificatie,
  },
  { name: kolom.team, cell: ({ gegevens }) => teamnaamOf(gegevens.team) },
  {
    name: kolom.doorlooptijd,
    cell: ({ gegevens }) => texts.duur(partsOf(gegevens.doorlooptijd.duur)),
    caption: ({ gegevens }) => gegevens.doorlooptijd.grondslag,
  },
  { name: kolom.servicenorm, cell: ({ gegevens }) => texts.duur(partsOf(gegevens.servicenorm)) },
  {
    name: kolom.versie,
    cell: (stand) => (
      <>
        {versieOp(stand, today)?.versie ?? texts.nogGeen}
        {stand.versies
          .filter(({ geldigVanaf }) => geldigVanaf > today)
          .map(({ versie, geldigVanaf }) => (
            <span key={versie} className="staff-caption">
              {texts.versieVanaf(versie, shortDate(geldigVanaf))}
            </span>
          ))}
        {stand.hasConcept && (
          <span className="staff-caption">
            <Link href={conceptPath(stand.identificatie)}>{texts.concept.kort}</Link>
          </span>
        )}
      </>
    ),
  },
]
const schema = z.object({ gedaan: optional(z.enum(['gewijzigd', 'toegevoegd', 'weggegooid'])) })

export const metadata: Metadata = { title: texts.titel }

export default async function ZaaktypenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireBeheerder()
  const { gedaan } = readSearchParams(schema, await searchParams)
  const ctx = zaaksysteem()
  const zaaktypen = await findZaaktypestanden(ctx)
  return (
    <ListPage
      title={texts.titel}
      explanation={texts.uitleg}
      action={
        <div className="staff-buttons">
          <ButtonLink href={NIEUW_ZAAKTYPE}>{texts.nieuw}</ButtonLink>
          <ButtonLink appearance="secondary" href={ZAAKTYPE_IMPORTEREN}>
            {texts.importeren.titel}
          </ButtonLink>
          <ButtonLink appearance="secondary" href={TEAMLIJST}>
            {teamlijst.titel}
          </ButtonLink>
          <ButtonLink appearance="secondary" href={DWANGSOMBEDRAGEN}>
            {dwangsombedragen.titel}
          </ButtonLink>
          <ButtonLink appearance="secondary" href={HERBEREKENEN}>
            {herberekenen.titel}
          </ButtonLink>
        </div>
      }
      list={{
        columns: columnsOn(dateInAmsterdam(ctx.clock()), await loadTeamnamen(ctx)),
        rows: zaaktypen,
        keyOf: ({ identificatie }) => identificatie,
      }}
    >
      <StatusMessage text={gedaan && texts[gedaan]} />
    </ListPage>
  )
}
