import type { Metadata } from 'next'
import { contentmodus } from '#lib/contract/abonnement-resource.ts'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { AbonnementFormulier } from '../abonnement-formulier.tsx'
import { ABONNEMENTEN } from '../paths.ts'
import { SOORTEN, ZAAKTYPE_KEUZES } from '../soorten.ts'
import type { Ingevuld } from '../uitslag.ts'
import { registerAbonnementAction } from './register-abonnement-action.ts'

export const metadata: Metadata = { title: abonnementen.nieuw }

const LEEG: Ingevuld = {
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
  return (
    <>
      <Breadcrumb
        label={abonnementen.detail.kruimelpad}
        items={[{ href: ABONNEMENTEN, text: abonnementen.titel }]}
        current={abonnementen.nieuw}
      />
      <AbonnementFormulier
        action={registerAbonnementAction}
        begin={LEEG}
        modi={contentmodus.options}
        soorten={SOORTEN}
        zaaktypen={ZAAKTYPE_KEUZES}
        terug={ABONNEMENTEN}
      />
    </>
  )
}
