import type { Metadata } from 'next'
import { contentmodus, fits } from '#lib/contract/abonnement-resource.ts'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { ABONNEMENT_TYPE_OPTIONS } from '../../../../abonnementen/type-options.ts'
import { statusOptions, zaaktypeOptions } from '../../options.ts'
import { ABONNEMENTEN } from '../../paths.ts'
import { AbonnementBreadcrumb } from '../abonnement-breadcrumb.tsx'
import { EMPTY } from '../abonnement-fields.ts'
import { AbonnementForm } from '../abonnement-form.tsx'
import { registerAbonnementAction } from '../desk-actions.ts'

export const metadata: Metadata = { title: abonnementen.nieuw }

const NATS_MODES = contentmodus.options.filter((modus) =>
  fits({ protocol: 'NATS', credentialtype: 'JWT', contentmodus: modus }),
)

type Props = { searchParams: Promise<SearchParams> }

/** `?protocol=NATS` selects the fields of NATS instead of those of HTTP. */
export default async function NieuwAbonnementPage({ searchParams }: Props) {
  await requireBeheerder()
  const protocol = (await searchParams).protocol === 'NATS' ? 'NATS' : 'HTTP'
  const zaaktypen = await findZaaktypen(zaaksysteem())
  return (
    <>
      <AbonnementBreadcrumb current={abonnementen.nieuw} />
      <AbonnementForm
        key={protocol}
        action={registerAbonnementAction}
        protocol={protocol}
        initial={EMPTY}
        modes={protocol === 'NATS' ? NATS_MODES : contentmodus.options}
        eventTypes={ABONNEMENT_TYPE_OPTIONS}
        zaaktypen={zaaktypeOptions(zaaktypen)}
        statussen={statusOptions(zaaktypen)}
        backHref={ABONNEMENTEN}
      />
    </>
  )
}
