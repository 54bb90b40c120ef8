import type { Metadata } from 'next'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { EmptyList } from '#lib/ui/staff/empty-list.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { Table } from '#lib/ui/staff/table.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { findAbonnementOverzicht } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-overzicht.ts'
import { findMeldingen } from '#lib/zaaksysteem/balie/abonnementen/find-meldingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { ABONNEMENTEN } from '../paths.ts'
import { AbonnementRow } from './abonnement-row.tsx'
import { DoneMessage } from './done-message.tsx'
import { Meldingen } from './meldingen.tsx'

export const metadata: Metadata = { title: abonnementen.titel }

const COLUMNS = Object.values(abonnementen.kolom).map((name) => ({ name }))

type Props = { searchParams: Promise<SearchParams> }

export default async function AbonnementenPage({ searchParams }: Props) {
  await requireBeheerder()
  const ctx = zaaksysteem()
  const [regels, meldingen] = await Promise.all([findAbonnementOverzicht(ctx), findMeldingen(ctx)])
  const now = ctx.clock()
  return (
    <>
      <div className="staff-title-row">
        <Heading level={1}>{abonnementen.titel}</Heading>
        {regels.length > 0 && <ButtonLink href={`${ABONNEMENTEN}/nieuw`}>{abonnementen.nieuw}</ButtonLink>}
      </div>
      <Paragraph soft>{abonnementen.uitleg}</Paragraph>
      <DoneMessage code={(await searchParams).gedaan} />
      <Meldingen meldingen={meldingen} />
      {regels.length > 0 ? (
        <div className="balie-wide">
          <Table label={abonnementen.titel} columns={COLUMNS}>
            {regels.map((regel) => (
              <AbonnementRow key={regel.id} regel={regel} now={now} />
            ))}
          </Table>
        </div>
      ) : (
        <EmptyList title={abonnementen.leeg} explanation={abonnementen.leegUitleg}>
          <ButtonLink href={`${ABONNEMENTEN}/nieuw`}>{abonnementen.nieuw}</ButtonLink>
        </EmptyList>
      )}
    </>
  )
}
