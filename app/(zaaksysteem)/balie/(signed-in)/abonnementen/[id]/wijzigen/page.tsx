import type { Metadata } from 'next'
import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import { fits, contentmodus as modes } from '#lib/contract/abonnement-resource.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { abonnementName } from '../../../../../abonnementen/abonnement-columns.tsx'
import { loadAbonnement } from '../../../../../abonnementen/require-viewer.ts'
import { ABONNEMENT_TYPE_OPTIONS } from '../../../../../abonnementen/type-options.ts'
import { statusOptions, withChosen, zaaktypeOptions } from '../../../options.ts'
import { abonnementPath } from '../../../paths.ts'
import { AbonnementBreadcrumb } from '../../abonnement-breadcrumb.tsx'
import { AbonnementForm } from '../../abonnement-form.tsx'
import { changeAbonnementAction } from '../../desk-actions.ts'
import { formatHerhaalschema } from '../../herhaalschema.ts'
import { splitFilters } from '../../ticked-filters.ts'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { abonnement } = await loadAbonnement('beheerder', (await params).id)
  return { title: `${abonnementen.formulier.wijzig}: ${abonnementName(abonnement)}` }
}

export default async function WijzigenPage({ params }: Props) {
  const { abonnement } = await loadAbonnement('beheerder', (await params).id)
  const { id, naam, protocol, contact, types, credentialtype, contentmodus } = abonnement
  const { herhaalschema, maxGelijktijdig } = abonnement
  // Prisma types JSON loosely; `abonnementFilters` validated the stored filters.
  const { zaaktypen, statussen, others } = splitFilters(abonnement.filters as AbonnementFilter[])
  const catalogus = await findZaaktypen(zaaksysteem())
  return (
    <>
      <AbonnementBreadcrumb abonnement={abonnement} current={abonnementen.detail.wijzig} />
      <AbonnementForm
        action={changeAbonnementAction}
        abonnementId={id}
        protocol={protocol}
        initial={{
          naam,
          contact: contact ?? '',
          types,
          zaaktypen,
          statussen,
          contentmodus,
          herhaalschema: formatHerhaalschema(herhaalschema),
          maxGelijktijdig: String(maxGelijktijdig),
          filters: others.length > 0 ? JSON.stringify(others, null, 2) : '',
        }}
        modes={modes.options.filter((modus) => fits({ protocol, credentialtype, contentmodus: modus }))}
        toegang={abonnement.toegangen.map(({ soort }) => soort)}
        eventTypes={withChosen(ABONNEMENT_TYPE_OPTIONS, types)}
        zaaktypen={withChosen(zaaktypeOptions(catalogus), zaaktypen)}
        statussen={withChosen(statusOptions(catalogus), statussen)}
        backHref={abonnementPath(id)}
      />
    </>
  )
}
