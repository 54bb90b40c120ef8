import { writtenDate } from '#lib/ui/text/dates.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import type { VoortgangStap } from './past-stappen.ts'

/** What a step did to the term: why it stands still and until when, what is asked, and the old and the new date. */
export function StapUitleg({ stap, taal }: { stap: VoortgangStap; taal: Taal }) {
  const { soort, reden, tot, aanvullingen = [], termijn } = stap
  const t = texts(taal).tijdlijn
  const isVerzoek = soort === 'aanvullingsverzoek'
  const sentences = [
    reden && t.reden(reden[taal]),
    tot && (isVerzoek ? t.stuurUiterlijk : t.verwachtTot)(writtenDate(tot, taal)),
    termijn && termijnText(termijn, taal),
  ].filter(Boolean)
  if (sentences.length === 0) return null
  return (
    <>
      <p className="zb-stap__uitleg">{sentences.join(' ')}</p>
      {aanvullingen.length > 0 && (
        <ul className="zb-stap__gevraagd" lang="nl">
          {aanvullingen.map(({ naam }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two things can have one name; they never move
            <li key={index}>{naam}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The new date is a promise only while it holds. */
function termijnText({ oud, nieuw, geldt }: NonNullable<VoortgangStap['termijn']>, taal: Taal): string {
  const t = texts(taal).tijdlijn
  if (!geldt && oud === nieuw) return t.datumBleef(writtenDate(nieuw, taal))
  const before = oud && oud !== nieuw ? writtenDate(oud, taal) : undefined
  return (geldt ? t.uHoort : t.datumWerd)(writtenDate(nieuw, taal), before)
}
