import { cache } from 'react'
import { findVestigingsnummer } from '#lib/publieksportaal/burger/identiteit.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { currentBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { namensTexts } from '#lib/ui/texts/mijn/namens.ts'

/**
 * Says beside an act's button for whom it is done.
 *
 * @param voorWie null for a citizen who acts for himself
 */
export function DitDoetU({ voorWie, taal }: { voorWie: string | null; taal: Taal }) {
  if (voorWie === null) return null
  return (
    <Paragraph>
      {namensTexts[taal].ditDoetU} <strong>{voorWie}</strong>
    </Paragraph>
  )
}

/** Describes for whom the current request is made; null for a citizen who acts for himself. */
export const voorWie = cache(async (): Promise<string | null> => {
  const burger = await currentBurger()
  if (!burger?.namens) return null
  const { soort, naam } = burger.namens
  const t = namensTexts[await currentTaal()]
  if (soort === 'persoon') return naam ?? t.iemand
  const vestigingsnummer = await findVestigingsnummer(publieksportaal(), burger.burgerId)
  return vestigingsnummer === null ? naam : `${naam}, ${t.vestiging} ${vestigingsnummer}`
})
