import { BestandVoorbeeld } from '#lib/ui/bestand/bestand-voorbeeld.tsx'
import { documenten as texts } from '#lib/ui/texts/balie/documenten.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import type { Bezwaar } from '#lib/zaaksysteem/zaak/wijziging/documenten.ts'
import { zaakPath } from '../../../paths.ts'

type Props = {
  document: Pick<ZaakDetail['alleDocumenten'][number], 'id' | 'titel' | 'formaat'>
  zaakId: string
  bezwaar: Bezwaar | undefined
  /** text below the title */
  onder?: string
}

const DICHT: readonly (Bezwaar | undefined)[] = ['besmet', 'wacht']

/** A link to a document, or only its title while it may not be opened, with the warning. */
export function DocumentLink({ document: { id, titel, formaat }, zaakId, bezwaar, onder }: Props) {
  const isOpen = !DICHT.includes(bezwaar)
  const href = `${zaakPath(zaakId)}/documenten/${id}`
  return (
    <>
      {isOpen ? (
        // no Link, which would fetch the file as a page; no `download`, because an error response must show
        // as a page
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
