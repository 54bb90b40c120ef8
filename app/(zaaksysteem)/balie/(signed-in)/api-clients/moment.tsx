import { shortMoment } from '#lib/ui/text/dates.ts'

/** @param otherwise what stands there without a moment */
export function Moment({ instant, otherwise }: { instant: Date | null; otherwise: string }) {
  return instant ? <time dateTime={instant.toISOString()}>{shortMoment(instant)}</time> : otherwise
}
