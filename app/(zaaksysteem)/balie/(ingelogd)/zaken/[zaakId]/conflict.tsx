import { Alert } from '#lib/ui/text/alert.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import type { Tussentijds } from '#lib/zaaksysteem/zaak/find-zaak-at-versie.ts'

/** Somebody else was first: who did what, when, and what that means for what was typed here. */
export function Conflict({ sindsdien, mogelijk }: { sindsdien: Tussentijds[]; mogelijk: boolean }) {
  const { titel, uitleg, door, watNu, nietMeer } = balie.conflict
  return (
    <div data-conflict tabIndex={-1}>
      <Alert type="warning" title={titel} role="alert">
        <Paragraph>{uitleg}</Paragraph>
        <ul>
          {sindsdien.map((wijziging) => (
            <li key={wijziging.op.toISOString()}>
              {door(wijziging.doorNaam, shortMoment(wijziging.op))}{' '}
              <strong>{wijziging.resultaatOmschrijving ?? wijziging.statustypeOmschrijving}</strong>
              {wijziging.toelichting && <blockquote className="balie-tekst">{wijziging.toelichting}</blockquote>}
            </li>
          ))}
        </ul>
        <Paragraph>{mogelijk ? watNu : nietMeer}</Paragraph>
      </Alert>
    </div>
  )
}
