import { labelled } from '#lib/ui/form/labels.ts'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { zaakPath } from '../../../paths.ts'
import { verrichtingPagina } from '../../../verrichtingen/verrichting-pagina.tsx'
import { vernietigingAanhouden } from '../bewaar-verrichtingen.ts'
import { isAangehouden, loadZaak } from '../load-zaak.ts'
import { opZaak } from '../op-zaak.tsx'

const { aanhouden } = vernietiging

const { generateMetadata, Page } = verrichtingPagina(async ({ zaakId }: { zaakId: string }) => {
  const zaak = await loadZaak(zaakId, 'vernietigen')
  const isHeld = isAangehouden(zaak)
  const { titel, uitleg, knop } = isHeld ? aanhouden.opheffen : aanhouden.maken
  return {
    ...opZaak(zaak, titel),
    explanation: uitleg,
    form: {
      verrichting: vernietigingAanhouden,
      fields: { zaakId: zaak.id, aangehouden: isHeld ? 'nee' : 'ja' },
      velden: [
        !isHeld && { soort: 'datum', name: 'tot', label: aanhouden.totVeld, hint: aanhouden.totHint },
        { soort: 'lang', ...labelled(aanhouden, 'reden'), rows: 3 },
      ],
      label: knop,
      backHref: zaakPath(zaak.id),
    },
  }
})

export { generateMetadata, Page as default }
