import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { afwijzingenHref } from './afwijzing-filter.ts'

const { afwijzingen: texts, redenen } = portaalbeheer

/** Counts of the last 24 hours; each reden links to its afwijzingen in the list. */
export function AfwijzingenPerReden({ aantallen }: { aantallen: { reden: string; aantal: number }[] }) {
  return (
    <section aria-labelledby="geweigerd">
      <Heading level={2} id="geweigerd">
        {texts.titel}
      </Heading>
      <Paragraph soft>{texts.uitleg}</Paragraph>
      <Heading level={3} className="portaalbeheer-subheading">
        {texts.perReden}
      </Heading>
      {aantallen.length === 0 && <Paragraph>{texts.geen24u}</Paragraph>}
      <dl className="staff-figures">
        {aantallen.map(({ reden, aantal }) => (
          <div key={reden}>
            <dt>
              <Link href={afwijzingenHref({ reden })} className="portaalbeheer-jump">
                {redenen[reden] ?? reden}
              </Link>
            </dt>
            <dd>{texts.aantal(aantal)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
