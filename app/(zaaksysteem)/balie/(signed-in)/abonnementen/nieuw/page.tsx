import type { Metadata } from 'next'
import { contentmodus } from '#lib/contract/abonnement-resource.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { EVENT_TYPE_OPTIONS, zaaktypeOptions } from '../../options.ts'
import { ABONNEMENTEN } from '../../paths.ts'
import { AbonnementBreadcrumb } from '../abonnement-breadcrumb.tsx'
import { AbonnementForm } from '../abonnement-form.tsx'
import type { Entered } from '../form-state.ts'
import { registerAbonnementAction } from './register-abonnement-action.ts'

export const metadata: Metadata = { title: abonnementen.nieuw }

const EMPTY: Entered = {
  naam: '',
  sink: '',
  contact: '',
  types: [],
  zaaktypen: [],
  credentialtype: '',
  contentmodus: 'structured',
  herhaalschema: '',
  maxGelijktijdig: '64',
  filters: '',
}

export default async function NieuwAbonnementPage() {
  await requireBeheerder()
  const zaaktypen = await findZaaktypen(zaaksysteem())
  return (
    <>
      <AbonnementBreadcrumb current={abonnementen.nieuw} />
      <AbonnementForm
        action={registerAbonnementAction}
        initial={EMPTY}
        modes={contentmodus.options}
        eventTypes={EVENT_TYPE_OPTIONS}
        zaaktypen={zaaktypeOptions(zaaktypen)}
        backHref={ABONNEMENTEN}
      />
    </>
  )
}
