import type { Metadata } from 'next'
import { labelled } from '#lib/ui/form/labels.ts'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { zaakPath } from '../../../paths.ts'
import { VeldenForm } from '../../../velden-form.tsx'
import { isAangehouden } from '../is-aangehouden.ts'
import { loadZaak } from '../load-zaak.ts'
import { ZaakConfirmPage } from '../zaak-confirm-page.tsx'
import { holdZaakAction } from './hold-zaak-action.ts'

const { aanhouden } = vernietiging

type Props = { params: Promise<{ zaakId: string }> }

async function load({ params }: Props) {
  const zaak = await loadZaak((await params).zaakId, 'vernietigen')
  const isHeld = isAangehouden(zaak)
  return { zaak, isHeld, texts: isHeld ? aanhouden.opheffen : aanhouden.maken }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { zaak, texts } = await load(props)
  return { title: `${texts.titel} ${zaak.identificatie}` }
}

export default async function AanhoudenPage(props: Props) {
  const { zaak, isHeld, texts } = await load(props)
  return (
    <ZaakConfirmPage zaak={zaak} title={texts.titel} explanation={texts.uitleg}>
      <VeldenForm
        action={holdZaakAction}
        fields={{ zaakId: zaak.id, aangehouden: isHeld ? 'nee' : 'ja' }}
        errorTitle={vernietiging.fout.titel}
        velden={[
          !isHeld && { soort: 'datum', name: 'tot', label: aanhouden.totVeld, hint: aanhouden.totHint },
          { soort: 'lang', ...labelled(aanhouden, 'reden'), rows: 3 },
        ]}
        label={texts.knop}
        backHref={zaakPath(zaak.id)}
      />
    </ZaakConfirmPage>
  )
}
