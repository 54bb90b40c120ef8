import type { Metadata } from 'next'
import { z } from 'zod'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { type Column, Table } from '#lib/ui/staff/list/table.tsx'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { teamlijst as texts } from '#lib/ui/texts/balie/beheer/teams.ts'
import { zaaktypen } from '#lib/ui/texts/balie/zaaktypen.ts'
import { findTeamregels, findUnlistedTeams, type Teamregel } from '#lib/zaaksysteem/catalogus/team/find-teams.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { TEAMLIJST, teamPath, ZAAKTYPEN } from '../../paths.ts'
import { VerrichtingForm } from '../../verrichtingen/verrichting-form.tsx'
import { teamToevoegen } from './team-verrichtingen.ts'

const { kolom } = texts

const COLUMNS: Column<Teamregel>[] = [
  {
    name: kolom.team,
    cell: ({ code, naam, beeindigdOp }) => (
      <>
        <Link href={teamPath(code)}>{naam}</Link>
        {code !== naam && <span className="staff-caption">{texts.code(code)}</span>}
        {beeindigdOp && (
          <span className="staff-caption">{texts.beeindigd(shortDate(dateInAmsterdam(beeindigdOp)))}</span>
        )}
      </>
    ),
  },
  { name: kolom.collegas, cell: ({ collegas }) => collegas },
  { name: kolom.zaken, cell: ({ zaken }) => zaken },
  { name: kolom.zaaktypen, cell: ({ zaaktypen }) => zaaktypen.join(', ') || texts.geen },
]
const schema = z.object({ gedaan: optional(z.enum(['toegevoegd', 'hernoemd', 'beeindigd', 'hervat'])) })

export const metadata: Metadata = { title: texts.titel }

export default async function TeamlijstPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireBeheerder()
  const { gedaan } = readSearchParams(schema, await searchParams)
  const ctx = zaaksysteem()
  const [teams, onbekend] = await Promise.all([findTeamregels(ctx), findUnlistedTeams(ctx)])
  return (
    <>
      <Breadcrumb items={[{ href: ZAAKTYPEN, text: zaaktypen.titel }]} current={texts.titel} />
      <Heading level={1}>{texts.titel}</Heading>
      <Paragraph soft>{texts.uitleg}</Paragraph>
      <StatusMessage text={gedaan && texts.gedaan[gedaan]} />
      {onbekend.length > 0 && <Alert type="warning">{texts.onbekend(onbekend.join(', '))}</Alert>}
      {teams.length > 0 ? (
        <Table label={texts.titel} columns={COLUMNS} rows={teams} keyOf={({ code }) => code} />
      ) : (
        <Alert type="info" title={texts.leeg}>
          {texts.leegUitleg}
        </Alert>
      )}
      <Card title={texts.toevoegen.titel} id="toevoegen" isNarrow>
        <VerrichtingForm
          verrichting={teamToevoegen}
          velden={[{ soort: 'regel', name: 'naam', label: texts.toevoegen.naam, hint: texts.toevoegen.naamHint }]}
          label={texts.toevoegen.knop}
          backHref={TEAMLIJST}
        />
      </Card>
    </>
  )
}
