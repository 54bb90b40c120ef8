import type { Metadata } from 'next'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { zaakPath } from '../../../paths.ts'
import { isAangehouden } from '../is-aangehouden.ts'
import { loadZaak } from '../load-zaak.ts'
import { ZaakConfirmPage } from '../zaak-confirm-page.tsx'
import { HoldForm } from './hold-form.tsx'

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
      <HoldForm zaakId={zaak.id} isHeld={isHeld} knop={texts.knop} backHref={zaakPath(zaak.id)} />
    </ZaakConfirmPage>
  )
}
