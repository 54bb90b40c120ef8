import type { Storingscijfers } from '#demo/stage/storingen.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { storingTexts } from './storing-texts.ts'

const SHOWN = [
  'wijzigingen',
  'pogingen',
  'ontvangen',
  'opgehaald',
  'geweigerd',
  'nogmaals',
  'onderweg',
  'kwijt',
] as const

/** The numbers of events sent, received, refused and lost. */
export function Cijfers({ cijfers, taal }: { cijfers: Storingscijfers; taal: Taal }) {
  const t = storingTexts[taal]
  return (
    <section aria-labelledby="demo-cijfers">
      <Heading level={3} id="demo-cijfers">
        {t.cijfers}
      </Heading>
      <dl className="demo-cijfers">
        {SHOWN.map((naam) => (
          <div key={naam} className={naam === 'kwijt' && cijfers.kwijt === 0 ? 'demo-cijfers--goed' : undefined}>
            <dt>{t[naam]}</dt>
            <dd>{naam === 'geweigerd' ? <Geweigerd geweigerd={cijfers.geweigerd} /> : cijfers[naam]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The total, and the count of each status code with which the portal refused. */
function Geweigerd({ geweigerd }: Pick<Storingscijfers, 'geweigerd'>) {
  return (
    <>
      {geweigerd.reduce((sum, { aantal }) => sum + aantal, 0)}
      {geweigerd.length > 0 && <small> {geweigerd.map(({ reden }) => reden).join(', ')}</small>}
    </>
  )
}
