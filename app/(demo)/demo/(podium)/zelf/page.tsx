import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { demoTexts } from '../../demo-texts.ts'

export default async function ZelfPage() {
  const t = demoTexts[await currentTaal()]
  return (
    <Paragraph>
      <Link href="/demo">{t.terug}</Link> {t.zelfProberen}
    </Paragraph>
  )
}
