import type { Taal } from '#lib/ui/text/taal.ts'
import type { VoortgangStap } from './past-stappen.ts'
import { stapZinnen } from './stap-zinnen.ts'

/** What a step did to the term, and what is asked. */
export function StapUitleg({ stap, taal }: { stap: VoortgangStap; taal: Taal }) {
  const { aanvullingen = [] } = stap
  const zinnen = stapZinnen(stap, taal)
  if (zinnen.length === 0) return null
  return (
    <>
      <p className="zb-stap__uitleg">{zinnen.join(' ')}</p>
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
