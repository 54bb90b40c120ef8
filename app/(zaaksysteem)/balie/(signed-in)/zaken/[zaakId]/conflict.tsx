import { Alert } from '#lib/ui/text/alert.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import type { Tussentijds } from '#lib/zaaksysteem/zaak/wijziging/find-zaak-at-versie.ts'

/** Who changed the zaak meanwhile, and whether what was typed here can still be saved. */
export function Conflict({ sindsdien, isPossible }: { sindsdien: Tussentijds[]; isPossible: boolean }) {
  const { titel, uitleg, door, watNu, nietMeer } = balie.conflict
  return (
    <Alert type="warning" title={titel} role="alert">
      <Paragraph>{uitleg}</Paragraph>
      <ul>
        {sindsdien.map((change) => (
          <li key={change.op.toISOString()}>
            {door(change.doorNaam, shortMoment(change.op))}{' '}
            <strong>
              {wijzigingen[change.soort].verloop ?? change.resultaatOmschrijving ?? change.statustypeOmschrijving}
            </strong>
            {change.toelichting && <blockquote className="balie-quote">{change.toelichting}</blockquote>}
          </li>
        ))}
      </ul>
      <Paragraph>{isPossible ? watNu : nietMeer}</Paragraph>
    </Alert>
  )
}
