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
