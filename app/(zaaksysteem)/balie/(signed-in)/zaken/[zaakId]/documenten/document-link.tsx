import { BestandVoorbeeld } from '#lib/ui/bestand/bestand-voorbeeld.tsx'
import { documenten as texts } from '#lib/ui/texts/balie/documenten/documenten.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import type { Bezwaar } from '#lib/zaaksysteem/zaak/wijziging/documenten.ts'
import { zaakPath } from '../../../paths.ts'

type Props = {
  document: Pick<ZaakDetail['alleDocumenten'][number], 'id' | 'titel' | 'formaat'>
  zaakId: string
  bezwaar: Bezwaar | undefined
  /** about it, below its title */
  onder?: string
}

const DICHT: readonly (Bezwaar | undefined)[] = ['besmet', 'wacht']

/** A document to open, or its title alone while it does not open, and why to be careful. */
export function DocumentLink({ document: { id, titel, formaat }, zaakId, bezwaar, onder }: Props) {
  const isOpen = !DICHT.includes(bezwaar)
  const href = `${zaakPath(zaakId)}/documenten/${id}`
  return (
    <>
      {isOpen ? (
        // no Link: it is a file, and the router would fetch it as a page; no `download`: what is no file then leads to a page
        <a className="utrecht-link" href={href}>
          {titel}
        </a>
      ) : (
        titel
      )}
      {onder && <span className="staff-caption">{onder}</span>}
      {bezwaar && <span className="staff-caption">{texts.bezwaar[bezwaar]}</span>}
      {isOpen && <BestandVoorbeeld href={href} formaat={formaat} titel={titel} label={texts.bekijk} />}
    </>
  )
}
