import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { demoTexts } from '../demo-texts.ts'

const DEUREN = [
  ['kijkMee', '/demo/kijk-mee'],
  ['zelf', '/demo/zelf'],
] as const

export default async function DemoPage() {
  const t = demoTexts[await currentTaal()]
  return (
    <>
      <ul className="demo-deuren">
        {DEUREN.map(([deur, href]) => (
          <li key={deur} className="zb-card">
            <Link href={href}>{t.deuren[deur].naam}</Link>
            <Paragraph>{t.deuren[deur].tekst}</Paragraph>
          </li>
        ))}
      </ul>
      <Paragraph soft>{t.wie}</Paragraph>
    </>
  )
}
