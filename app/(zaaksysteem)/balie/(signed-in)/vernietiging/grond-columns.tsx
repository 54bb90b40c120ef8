import type { Column } from '#lib/ui/staff/list/table.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import type { Grond } from '#lib/zaaksysteem/zaak/bewaren/grond.ts'
import { zaakPath } from '../paths.ts'
import { jarenOf } from '../zaaktypen/duur.ts'

const { grond: texts } = vernietiging

/**
 * The columns with the ground for destruction.
 *
 * @param isGone true when the zaak has no page any more
 */
export function grondColumns<R extends Grond>(isGone: (grond: R) => boolean): Column<R>[] {
  return [
    {
      name: texts.zaak,
      hasHeading: false,
      cell: (grond) =>
        isGone(grond) ? (
          <span className="zb-number">{grond.identificatie}</span>
        ) : (
          <Link href={zaakPath(grond.zaakId)} className="zb-number">
            {grond.identificatie}
          </Link>
        ),
    },
    {
      name: texts.zaaktype,
      cell: ({ zaaktypenaam, resultaatnaam, selectielijst }) => (
        <>
          {zaaktypenaam}
          {resultaatnaam && <span className="staff-caption">{resultaatnaam}</span>}
          {selectielijst && <span className="staff-caption">{texts.selectielijst(selectielijst)}</span>}
        </>
      ),
    },
    { name: texts.afgehandeld, cell: ({ einddatum }) => (einddatum ? shortDate(einddatum) : texts.open) },
    {
      name: texts.bewaartermijn,
      cell: ({ bewaartermijn }) => (bewaartermijn ? texts.jaren(jarenOf(bewaartermijn)) : texts.geen),
    },
    {
      name: texts.vanaf,
      cell: ({ archiefactiedatum }) => (archiefactiedatum ? shortDate(archiefactiedatum) : texts.geen),
    },
  ]
}
