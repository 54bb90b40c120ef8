import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { Uitleg } from './uitleg.tsx'

type Props = {
  /** the last day to object, `yyyy-mm-dd` */
  uiterlijk: string
  /** page of the municipality that says how */
  pagina: string | null
  /** the texts of the zaaktype say the last day already */
  isTold: boolean
  taal: Taal
  /** `yyyy-mm-dd` */
  today: string
}

/** Until when one can object to the besluit and how, or that the term for it has passed. */
export function BezwaarUitleg({ uiterlijk, pagina, isTold, taal, today }: Props) {
  const t = texts(taal).bezwaar
  if (uiterlijk < today) return <Uitleg text={t.voorbij} datums={{ uiterlijk }} taal={taal} />
  return (
    <>
      {!isTold && <Uitleg text={t.kan} datums={{ uiterlijk }} taal={taal} />}
      {pagina && (
        <p className="zb-antwoord__uitleg">
          <a className="utrecht-link utrecht-link--html-a" href={pagina}>
            {t.hoe}
          </a>
        </p>
      )}
    </>
  )
}
