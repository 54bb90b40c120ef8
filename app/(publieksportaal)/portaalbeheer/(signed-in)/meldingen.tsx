import type { BronRegel } from '#lib/publieksportaal/bron/find-bronnen.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { afwijzingenHref } from './afwijzing-filter.ts'

const { melding } = portaalbeheer

/** One for each bron whose deliveries cannot be verified. */
export function Meldingen({ bronnen }: { bronnen: BronRegel[] }) {
  return bronnen.map(
    (bron) =>
      bron.faaltSinds && (
        <Alert key={bron.source} type="error" title={melding.titel}>
          <Paragraph className="staff-breakable">{melding.uitleg(bron.source, shortMoment(bron.faaltSinds))}</Paragraph>
          <Paragraph>{melding.watNu}</Paragraph>
          <Link href={afwijzingenHref({ bron: claimOf(bron) })} className="portaalbeheer-jump">
            {melding.bekijk}
          </Link>
        </Alert>
      ),
  )
}

/** How refused deliveries name this bron: by its source in binary mode, which has it in a header, else by its origin. */
function claimOf({ source, origin, bezorgwijzen }: BronRegel): string {
  return bezorgwijzen.some(({ contentmodus }) => contentmodus === 'binary') ? source : origin
}
