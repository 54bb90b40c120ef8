import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { vertrouwelijk } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { mag } from '#lib/zaaksysteem/rechten/mag.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { zaakPath } from '../../../paths.ts'
import { loadZaak } from '../load-zaak.ts'
import { ZaakConfirmPage } from '../zaak-confirm-page.tsx'
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
    <ZaakConfirmPage zaak={zaak} title={texts.titel} explanation={texts.uitleg(zaak.resource.behandelendTeam)}>
      <VertrouwelijkForm
        zaakId={zaak.id}
        isVertrouwelijk={zaak.vertrouwelijk}
        knop={texts.knop}
        backHref={zaakPath(zaak.id)}
      />
    </ZaakConfirmPage>
  )
}
