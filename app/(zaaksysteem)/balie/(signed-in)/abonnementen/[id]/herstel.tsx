import { formatDatetimeLocal } from '#lib/ui/staff/datetime-local.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import type { AbonnementDetail } from '#lib/zaaksysteem/balie/abonnementen/find-abonnement-detail.ts'
import { HerstelForm } from './herstel-form.tsx'

const { herstel } = abonnementen

/** The herstelacties that run; when none does, a button for what was skipped and a form for everything since a time. */
export function Herstel({
  abonnement,
  oudsteOvergeslagen,
  now,
}: {
  abonnement: AbonnementDetail
  oudsteOvergeslagen: Date | null
  now: Date
}) {
  const { id, status, overgeslagen, herstelacties } = abonnement
  if (status !== 'actief') return null
  const offer = oudsteOvergeslagen && {
    vanaf: oudsteOvergeslagen.toISOString(),
    explanation: herstel.aanbod(overgeslagen),
    button: herstel.knopSinds(shortMoment(oudsteOvergeslagen)),
  }
  return (
    <Card title={herstel.titel}>
      {herstelacties.map(({ id, vanaf, totaal, hersteld, gevraagdDoorNaam }) => (
        <div key={id} className="balie-progress">
          <label htmlFor={id}>{herstel.loopt(shortMoment(vanaf))}</label>
          <progress id={id} max={Math.max(totaal, 1)} value={hersteld} />
          <span className="zb-soft">
            {herstel.voortgang(hersteld, totaal)}
            {gevraagdDoorNaam && `, ${herstel.door(gevraagdDoorNaam)}`}
          </span>
        </div>
      ))}
      {herstelacties.length === 0 && (
        <>
          <Paragraph>{herstel.uitleg}</Paragraph>
          <HerstelForm abonnementId={id} offer={offer ?? undefined} max={formatDatetimeLocal(now)} />
        </>
      )}
    </Card>
  )
}
