import type { Metadata } from 'next'
import { v4 } from 'uuid'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { registreren } from '#lib/ui/texts/balie/registreren.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { zaaktypeOptions } from '../../options.ts'
import { PATHS } from '../../werkvoorraad-filter.ts'
import { findBehandelaarOptions } from './find-behandelaar-options.ts'
import { RegisterForm } from './register-form.tsx'

export const metadata: Metadata = { title: registreren.titel }

export default async function NieuweZaakPage() {
  const behandelaar = await requireBehandelaar()
  const ctx = zaaksysteem()
  const [zaaktypen, behandelaars] = await Promise.all([findZaaktypen(ctx), findBehandelaarOptions(behandelaar)])
  return (
    <>
      <Breadcrumb
        label={balie.zaak.kruimelpad}
        items={[{ href: PATHS.open, text: balie.lijst.open.titel }]}
        current={registreren.titel}
      />
      <Heading level={1}>{registreren.titel}</Heading>
      <RegisterForm
        initial={{
          kenmerk: v4(),
          zaaktype: '',
          omschrijving: '',
          soort: 'burger',
          naam: '',
          bsn: '',
          kvk: '',
          startdatum: dateInAmsterdam(ctx.clock()),
          behandelaar: '',
        }}
        zaaktypen={[{ value: '', label: registreren.kiesZaaktype }, ...zaaktypeOptions(zaaktypen)]}
        behandelaars={[{ value: '', label: registreren.nogNiemand }, ...behandelaars]}
        backHref={PATHS.open}
      />
    </>
  )
}
