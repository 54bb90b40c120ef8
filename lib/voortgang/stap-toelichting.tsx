import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import type { VoortgangStap } from './past-stappen.ts'
import { SOORTEN } from './soorten.ts'

/** What the behandelaar wrote with a step; struck out, and said to be so, when the step was taken back. */
export function StapToelichting({ stap, team, taal }: { stap: VoortgangStap; team: string; taal: Taal }) {
  const { soort, toelichting } = stap
  if (!toelichting) return null
  const t = texts(taal)
  const isTakenBack = soort === 'teruggenomen'
  return (
    <>
      {(isTakenBack || SOORTEN[soort].heeftReden) && (
        <p className="zb-stap__uitleg">{isTakenBack ? t.stap.geldtNietMeer : t.stap.reden}</p>
      )}
      <blockquote className="zb-stap__toelichting">
        <p lang="nl">{isTakenBack ? <s>“{toelichting}”</s> : `“${toelichting}”`}</p>
        <footer lang="nl">{texts('nl').team(team)}</footer>
      </blockquote>
    </>
  )
}
