import { notFound } from 'next/navigation'
import { labelled } from '#lib/ui/form/labels.ts'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { findNotities } from '#lib/zaaksysteem/zaak/notitie/find-notities.ts'
import { zaakPath } from '../../../../paths.ts'
import { verrichtingPagina } from '../../../../verrichtingen/verrichting-pagina.tsx'
import { loadZaak } from '../../load-zaak.ts'
import { opZaak } from '../../op-zaak.tsx'
import { notitieVerbeteren } from '../../zaak-verrichtingen.ts'

const { label, hint, verbeteren: texts } = behandeling.notitie

type Params = { zaakId: string; notitieId: string }

/** Corrects a notitie; 404 for one that is corrected already. */
const { generateMetadata, Page } = verrichtingPagina(async ({ zaakId, notitieId }: Params) => {
  const zaak = await loadZaak(zaakId, 'behandelen')
  const notities = await findNotities(zaaksysteem(), zaak.id, await requireBehandelaar())
  const notitie = notities.find(({ id, verbeterdOp }) => id === notitieId && verbeterdOp === null)
  if (!notitie) notFound()
  return {
    ...opZaak(zaak, texts.titel),
    explanation: texts.uitleg,
    form: {
      verrichting: notitieVerbeteren,
      fields: { zaakId: zaak.id, notitieId: notitie.id },
      velden: [
        { soort: 'lang', name: 'notitie', label, hint, value: notitie.tekst, rows: 5 },
        { soort: 'regel', ...labelled(texts, 'reden') },
      ],
      label: texts.knop,
      busy: behandeling.bezig,
      backHref: zaakPath(zaak.id),
    },
  }
})

export { generateMetadata, Page as default }
