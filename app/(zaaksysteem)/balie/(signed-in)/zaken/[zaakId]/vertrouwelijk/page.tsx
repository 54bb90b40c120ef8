import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { labelled } from '#lib/ui/form/labels.ts'
import { vertrouwelijk } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { mag } from '#lib/zaaksysteem/rechten/mag.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { zaakPath } from '../../../paths.ts'
import { VeldenForm } from '../../../velden-form.tsx'
import { loadZaak } from '../load-zaak.ts'
import { ZaakConfirmPage } from '../zaak-confirm-page.tsx'
import { setVertrouwelijkAction } from './set-vertrouwelijk-action.ts'

type Props = { params: Promise<{ zaakId: string }> }

/** Requires a behandelaar who may treat the zaak, also when it is vertrouwelijk. */
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
      <VeldenForm
        action={setVertrouwelijkAction}
        fields={{ zaakId: zaak.id, vertrouwelijk: zaak.vertrouwelijk ? 'nee' : 'ja' }}
        errorTitle={vertrouwelijk.fout.titel}
        velden={[{ soort: 'lang', ...labelled(vertrouwelijk, 'reden'), rows: 3 }]}
        label={texts.knop}
        busy={vertrouwelijk.bezig}
        backHref={zaakPath(zaak.id)}
      />
    </ZaakConfirmPage>
  )
}
