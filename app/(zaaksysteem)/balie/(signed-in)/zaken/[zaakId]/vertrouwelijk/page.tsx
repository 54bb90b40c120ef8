import { notFound } from 'next/navigation'
import { labelled } from '#lib/ui/form/labels.ts'
import { vertrouwelijk as texts } from '#lib/ui/texts/balie/zaak.ts'
import { mag } from '#lib/zaaksysteem/rechten/mag.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { zaakPath } from '../../../paths.ts'
import { verrichtingPagina } from '../../../verrichtingen/verrichting-pagina.tsx'
import { loadZaak } from '../load-zaak.ts'
import { opZaak } from '../op-zaak.tsx'
import { zaakVertrouwelijk } from '../zaak-verrichtingen.ts'

/** Requires a behandelaar who may treat the zaak, also when it is vertrouwelijk. */
const { generateMetadata, Page } = verrichtingPagina(async ({ zaakId }: { zaakId: string }) => {
  const zaak = await loadZaak(zaakId, 'behandelen')
  if (!mag(await requireBehandelaar(), 'behandelen', { ...zaak, vertrouwelijk: true })) notFound()
  const { titel, uitleg, knop } = zaak.vertrouwelijk ? texts.opheffen : texts.maken
  return {
    ...opZaak(zaak, titel),
    explanation: uitleg(zaak.resource.behandelendTeam),
    form: {
      verrichting: zaakVertrouwelijk,
      fields: { zaakId: zaak.id, vertrouwelijk: zaak.vertrouwelijk ? 'nee' : 'ja' },
      velden: [{ soort: 'lang', ...labelled(texts, 'reden'), rows: 3 }],
      label: knop,
      busy: texts.bezig,
      backHref: zaakPath(zaak.id),
    },
  }
})

export { generateMetadata, Page as default }
