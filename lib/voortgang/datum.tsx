import type { ReactNode } from 'react'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { Texts } from '#lib/ui/texts/nl.ts'
import { texts } from '#lib/ui/texts/texts.ts'

/** What a date is. That it has been needs no word. */
export type Datumsoort = 'gebeurd' | keyof Texts['datumsoort']

type Props = {
  soort: Datumsoort
  /** ISO 8601: a moment or a day */
  dateTime: string
  taal: Taal
  /** as people write it */
  children: ReactNode
}

/** A date with what it is: it happened, it is expected, or it is the last day. */
export function Datum({ soort, dateTime, taal, children }: Props) {
  return (
    <>
      {soort !== 'gebeurd' && (
        <>
          <span className="zb-datumsoort">{texts(taal).datumsoort[soort]}</span>{' '}
        </>
      )}
      <time dateTime={dateTime}>{children}</time>
    </>
  )
}

/** What a day is that comes by itself, such as the one on which a besluit is made known. Both `yyyy-mm-dd`. */
export function soortOf(date: string, today: string): Datumsoort {
  return date <= today ? 'gebeurd' : 'verwacht'
}
