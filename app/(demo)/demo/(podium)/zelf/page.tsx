import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { demoTexts } from '../../demo-texts.ts'
import { Verkeer } from '../../verkeer/verkeer.tsx'
import { TweedeOntvanger } from './tweede-ontvanger.tsx'

export default async function ZelfPage() {
  const taal = await currentTaal()
  const t = demoTexts[taal]
  return (
    <>
      <div className="zb-line demo-zelf">
        <p>
          <Link href="/demo">{t.terug}</Link> {t.zelfProberen}
        </p>
        <TweedeOntvanger taal={taal} />
      </div>
      <Verkeer taal={taal} />
    </>
  )
}
