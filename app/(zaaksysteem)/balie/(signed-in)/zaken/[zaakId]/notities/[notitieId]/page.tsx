import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { labelled } from '#lib/ui/form/labels.ts'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { findNotities } from '#lib/zaaksysteem/zaak/notitie/find-notities.ts'
import { zaakPath } from '../../../../paths.ts'
import { VeldenForm } from '../../../../velden-form.tsx'
import { loadZaak } from '../../load-zaak.ts'
import { ZaakConfirmPage } from '../../zaak-confirm-page.tsx'
import { verbeterNotitieAction } from './verbeter-notitie-action.ts'

type Props = { params: Promise<{ zaakId: string; notitieId: string }> }

const texts = behandeling.notitie.verbeteren

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { identificatie } = await loadZaak((await params).zaakId, 'behandelen')
  return { title: `${texts.titel} ${identificatie}` }
}

/** Corrects a notitie; 404 for one that is corrected already. */
export default async function VerbeterPage({ params }: Props) {
  const { zaakId, notitieId } = await params
  const zaak = await loadZaak(zaakId, 'behandelen')
  const notities = await findNotities(zaaksysteem(), zaak.id, await requireBehandelaar())
  const notitie = notities.find(({ id, verbeterdOp }) => id === notitieId && verbeterdOp === null)
  if (!notitie) notFound()
  return (
    <ZaakConfirmPage zaak={zaak} title={texts.titel} explanation={texts.uitleg}>
      <VeldenForm
        action={verbeterNotitieAction}
        fields={{ zaakId: zaak.id, notitieId: notitie.id }}
        errorTitle={balie.fout.titel}
        velden={[
          {
            soort: 'lang',
            name: 'notitie',
            label: behandeling.notitie.label,
            hint: behandeling.notitie.hint,
            value: notitie.tekst,
            rows: 5,
          },
          { soort: 'regel', ...labelled(texts, 'reden') },
        ]}
        label={texts.knop}
        busy={behandeling.bezig}
        backHref={zaakPath(zaak.id)}
      />
    </ZaakConfirmPage>
  )
}
