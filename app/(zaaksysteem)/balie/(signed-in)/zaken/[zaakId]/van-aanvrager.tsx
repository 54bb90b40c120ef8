import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { inzendingen as texts } from '#lib/ui/texts/balie/inzendingen.ts'
import type { InzendingRegel } from '#lib/zaaksysteem/inzending/find-inzendingen.ts'

/** What the aanvrager said of the zaak in the portal, and what is asked and was not said to be sent yet. */
export function VanAanvrager({ inzendingen, gevraagd }: { inzendingen: InzendingRegel[]; gevraagd: string[] }) {
  const gemeld = inzendingen.filter(({ soort }) => soort === 'aanvulling')
  if (gemeld.length === 0) return null
  return (
    <section className="zb-card staff-block">
      <Heading level={2}>{texts.titel}</Heading>
      <ul>
        {gemeld.map(({ id, kenmerk, op, aanvullingen }) => (
          <li key={id}>
            {texts.gemeld(shortMoment(op))} <strong>{aanvullingen.map(({ naam }) => naam).join(', ')}</strong>.{' '}
            {texts.nummer} <span className="zb-number">{kenmerk}</span>.
          </li>
        ))}
      </ul>
      {gevraagd.length > 0 && (
        <Paragraph>
          {texts.nogNiet} <strong>{gevraagd.join(', ')}</strong>.
        </Paragraph>
      )}
      <Paragraph small soft>
        {texts.uitleg}
      </Paragraph>
    </section>
  )
}
