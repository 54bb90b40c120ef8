import type { AfwijkendeKlok } from '#lib/platform/postgres/database-clock.ts'
import { Alert } from '../text/alert.tsx'
import { exactMoment } from '../text/dates.ts'
import { Paragraph } from '../text/heading.tsx'
import { klokken as texts } from '../texts/staff.ts'

/**
 * Lists the processes whose clocks are off, by how much and since when. `gevolgen` names the work that each
 * kind of process then stops.
 */
export function AfwijkendeKlokken({
  klokken,
  gevolgen,
}: {
  klokken: AfwijkendeKlok[]
  gevolgen: { [proces in AfwijkendeKlok['proces']]?: string }
}) {
  if (klokken.length === 0) return null
  const processen = new Set(klokken.map(({ proces }) => proces))
  return (
    <Alert type="error" title={texts.titel(klokken.length)}>
      <ul className="staff-breakable">
        {klokken.map((klok) => (
          <li key={klok.id}>{texts.klok({ ...klok, sinds: exactMoment(klok.sinds) })}</li>
        ))}
      </ul>
      {[...processen].map((proces) => (
        <Paragraph key={proces}>{gevolgen[proces]}</Paragraph>
      ))}
      <Paragraph>{texts.watNu}</Paragraph>
    </Alert>
  )
}
