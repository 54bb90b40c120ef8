import { notFound } from 'next/navigation'
import { labelled } from '#lib/ui/form/labels.ts'
import { intern } from '#lib/ui/texts/balie/documenten.ts'
import { zaakPath } from '../../../../paths.ts'
import { verrichtingPagina } from '../../../../verrichtingen/verrichting-pagina.tsx'
import { loadZaak } from '../../load-zaak.ts'
import { opZaak } from '../../op-zaak.tsx'
import { internDocumentIntrekken } from '../../zaak-verrichtingen.ts'

const texts = intern.intrekken

type Params = { zaakId: string; documentId: string }

/** Withdraws an internal document; 404 for any other. */
const { generateMetadata, Page } = verrichtingPagina(async ({ zaakId, documentId }: Params) => {
  const zaak = await loadZaak(zaakId, 'behandelen')
  const document = zaak.alleDocumenten.find(
    ({ id, zichtbaarVanaf, vervallenVersie }) =>
      id === documentId && zichtbaarVanaf === null && vervallenVersie === null,
  )
  if (!document) notFound()
  return {
    ...opZaak(zaak, texts.titel),
    explanation: texts.uitleg(document.titel),
    form: {
      verrichting: internDocumentIntrekken,
      fields: { zaakId: zaak.id, document: document.id },
      velden: [{ soort: 'lang', ...labelled(texts, 'reden'), rows: 3 }],
      label: texts.knop,
      busy: intern.bezig,
      backHref: zaakPath(zaak.id),
    },
  }
})

export { generateMetadata, Page as default }
