import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { namensTexts } from '#lib/ui/texts/mijn/namens.ts'

/**
 * Says that the colleagues in a company share these settings. @param voorWie null for a citizen who acts for himself
 */
export function VoorBedrijf({ voorWie, taal }: { voorWie: string | null; taal: Taal }) {
  if (voorWie === null) return null
  const { titel, uitleg } = namensTexts[taal].voorkeuren
  return (
    <Alert title={`${titel} ${voorWie}`}>
      <Paragraph>{uitleg}</Paragraph>
    </Alert>
  )
}
