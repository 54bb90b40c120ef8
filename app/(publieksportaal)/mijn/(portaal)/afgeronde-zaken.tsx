import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { ZakenList } from './zaken-list.tsx'

/** More than these are folded, but for those of the last year. */
const MOST_UNFOLDED = 5
const YEAR_LENGTH = 4

/**
 * By the year in which they ended, the last one first.
 *
 * @param props.more whether there are more, from the first of these years and before
 */
export function AfgerondeZaken({
  zaken,
  more,
  ...list
}: {
  zaken: ZaakVanBurger[]
  more: boolean
  isTable: boolean
  taal: Taal
  now: Date
}) {
  const t = texts(list.taal).zaken
  const years = [...Map.groupBy(zaken, ({ einddatum }) => einddatum?.slice(0, YEAR_LENGTH) ?? '')]
  return (
    <section>
      <Heading level={2}>{t.afgerond}</Heading>
      {years.map(([year, ofYear], index) => (
        <details key={year} className="zb-jaar" open={index === 0 || zaken.length <= MOST_UNFOLDED}>
          <summary>{more && index === years.length - 1 ? year : t.jaar(year, String(ofYear.length))}</summary>
          <ZakenList label={`${t.afgerond} ${year}`} zaken={ofYear} {...list} />
        </details>
      ))}
    </section>
  )
}
