import { platformEnv } from '#lib/platform/env.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { demoTexts } from '../demo-texts.ts'
import { Film } from './film.tsx'

const DEUREN = [
  ['zelf', '/demo/zelf'],
  ['stuk', '/demo/maak-het-stuk'],
] as const

export default async function DemoPage() {
  const t = demoTexts[await currentTaal()]
  // Failures need the process that started all parts of the demo.
  const deuren = DEUREN.filter(([deur]) => deur !== 'stuk' || platformEnv().REGIE_DEMO_ONLY)
  return (
    <>
      <div className="demo-begin">
        <div>
          <Paragraph>{t.inEenZin}</Paragraph>
          <ButtonLink href="/demo/kijk-mee">{t.deuren.kijkMee.naam}</ButtonLink>
          <Paragraph soft>{t.deuren.kijkMee.tekst}</Paragraph>
        </div>
        <Film texts={t.film} />
      </div>
      <ul className="zb-list demo-deuren">
        {deuren.map(([deur, href]) => (
          <li key={deur} className="zb-card">
            <Link href={href} prefetch>
              {t.deuren[deur].naam}
            </Link>
            <Paragraph>{t.deuren[deur].tekst}</Paragraph>
          </li>
        ))}
      </ul>
      <Paragraph soft>{t.wie}</Paragraph>
    </>
  )
}
