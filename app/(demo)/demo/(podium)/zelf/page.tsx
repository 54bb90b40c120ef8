import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { demoTexts } from '../../demo-texts.ts'
import { Verkeer } from '../../verkeer/verkeer.tsx'

export default async function ZelfPage() {
  const taal = await currentTaal()
  const t = demoTexts[taal]
  return (
    <>
      <Paragraph>
        <Link href="/demo">{t.terug}</Link> {t.zelfProberen}
      </Paragraph>
      <Verkeer taal={taal} />
    </>
  )
}
