import type { Metadata } from 'next'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { ListPage } from '#lib/ui/staff/list/list-page.tsx'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { findAbonnementOverzicht } from '#lib/zaaksysteem/bezorging/overzicht/find-abonnementen.ts'
import { findMeldingen } from '#lib/zaaksysteem/bezorging/overzicht/find-meldingen.ts'
import { findKwartieren } from '#lib/zaaksysteem/bezorging/overzicht/find-statistiek.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { abonnementColumns } from '../../../abonnementen/abonnement-columns.tsx'
import { DoneMessage } from '../../../abonnementen/status-explanation.tsx'
import { BEHEERDER } from '../../../abonnementen/viewer.ts'
import { ABONNEMENTEN } from '../paths.ts'
import { Dag } from './dag.tsx'
import { Meldingen } from './meldingen.tsx'

export const metadata: Metadata = { title: abonnementen.titel }

const nieuw = <ButtonLink href={`${ABONNEMENTEN}/nieuw`}>{abonnementen.nieuw}</ButtonLink>

type Props = { searchParams: Promise<SearchParams> }

export default async function AbonnementenPage({ searchParams }: Props) {
  await requireBeheerder()
  const ctx = zaaksysteem()
  const [regels, meldingen, kwartieren] = await Promise.all([
    findAbonnementOverzicht(ctx),
    findMeldingen(ctx),
    findKwartieren(ctx),
  ])
  return (
    <ListPage
      title={abonnementen.titel}
      explanation={abonnementen.uitleg}
      action={regels.length > 0 && nieuw}
      list={{
        columns: abonnementColumns(BEHEERDER, ctx.clock()),
        rows: regels,
        keyOf: ({ id }) => id,
        empty: { title: abonnementen.leeg, explanation: abonnementen.leegUitleg, next: nieuw },
        className: 'staff-wide',
      }}
      below={regels.length > 0 && <Dag kwartieren={kwartieren} regels={regels} />}
    >
      <DoneMessage code={(await searchParams).gedaan} texts={abonnementen.gedaan} />
      <Meldingen meldingen={meldingen} />
    </ListPage>
  )
}
