import type { ReactNode } from 'react'
import { shortMoment } from '../text/dates.ts'
import type { Taal } from '../text/taal.ts'

/** A moment in the short form for staff. @param props.otherwise shown when `instant` is null */
export function Moment({
  instant,
  taal = 'nl',
  otherwise = null,
  className,
}: {
  instant: Date | null
  taal?: Taal
  otherwise?: ReactNode
  className?: string
}) {
  if (!instant) return otherwise
  return (
    <time dateTime={instant.toISOString()} className={className}>
      {shortMoment(instant, taal)}
    </time>
  )
}
