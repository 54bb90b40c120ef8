import { Antwoord } from '#lib/voortgang/antwoord.tsx'
import { antwoordOf } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { Tijdlijn } from '#lib/voortgang/tijdlijn.tsx'
import type { Voortgang } from '#lib/voortgang/voortgang.ts'
import type { ShownZaak } from './shown-zaak.ts'

/** The citizen's page of a zaak, as on a phone. */
export function Phone({ zaak, progress, now }: { zaak: ShownZaak; progress: Voortgang; now: Date }) {
  const nu = antwoordOf(progress, zaak, { taal: 'nl', now })
  return (
    <div className="balie-phone">
      <p className="balie-phone__title">{zaak.omschrijving}</p>
      <Antwoord klein voortgang={progress} {...zaak} taal="nl" now={now} />
      <Tijdlijn klein {...zaak} stappen={progress.stappen} nu={nu} taal="nl" now={now} />
    </div>
  )
}
