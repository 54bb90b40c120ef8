import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import { vertrouwelijk } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { mag } from '#lib/zaaksysteem/rechten/mag.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { zaakPath } from '../../../paths.ts'
import { loadZaak } from '../load-zaak.ts'
import { ZaakBreadcrumb } from '../zaak-breadcrumb.tsx'
import { VertrouwelijkForm } from './vertrouwelijk-form.tsx'

type Props = { params: Promise<{ zaakId: string }> }

/** For whoever may treat the zaak and would still see it when it is vertrouwelijk. */
async function load({ params }: Props) {
  const zaak = await loadZaak((await params).zaakId, 'behandelen')
  if (!mag(await requireBehandelaar(), 'behandelen', { ...zaak, vertrouwelijk: true })) notFound()
  return { zaak, texts: zaak.vertrouwelijk ? vertrouwelijk.opheffen : vertrouwelijk.maken }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { zaak, texts } = await load(props)
  return { title: `${texts.titel} ${zaak.identificatie}` }
}

export default async function VertrouwelijkPage(props: Props) {
  const { zaak, texts } = await load(props)
  return (
    <ConfirmPage
      breadcrumb={<ZaakBreadcrumb zaak={zaak} current={texts.titel} />}
      title={texts.titel}
      subtitle={
        <>
          {zaak.omschrijving} · <span className="zb-number">{zaak.identificatie}</span>
        </>
      }
      explanation={texts.uitleg(zaak.resource.behandelendTeam)}
    >
      <VertrouwelijkForm
        zaakId={zaak.id}
        isVertrouwelijk={zaak.vertrouwelijk}
        knop={texts.knop}
        backHref={zaakPath(zaak.id)}
      />
    </ConfirmPage>
  )
}
