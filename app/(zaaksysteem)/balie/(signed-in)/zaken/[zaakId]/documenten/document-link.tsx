import { documenten as texts } from '#lib/ui/texts/balie/documenten/documenten.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import type { Bezwaar } from '#lib/zaaksysteem/zaak/wijziging/documenten.ts'
import { zaakPath } from '../../../paths.ts'

type Props = {
  document: Pick<ZaakDetail['alleDocumenten'][number], 'id' | 'titel'>
  zaakId: string
  bezwaar: Bezwaar | undefined
  /** about it, below its title */
  onder?: string
}

const DICHT: readonly (Bezwaar | undefined)[] = ['weg', 'besmet', 'wacht']

/** A document to open, or its title alone while it does not open, and why to be careful. */
export function DocumentLink({ document: { id, titel }, zaakId, bezwaar, onder }: Props) {
  return (
    <>
      {DICHT.includes(bezwaar) ? (
        titel
      ) : (
        // no Link: it is a file, and the router would fetch it as a page; no `download`: what is no file then leads to a page
        <a className="utrecht-link" href={`${zaakPath(zaakId)}/documenten/${id}`}>
          {titel}
        </a>
      )}
      {onder && <span className="staff-caption">{onder}</span>}
      {bezwaar && <span className="staff-caption">{texts.bezwaar[bezwaar]}</span>}
    </>
  )
}
