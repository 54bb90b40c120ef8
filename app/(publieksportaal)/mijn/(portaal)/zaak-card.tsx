import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { ZaakBadges, ZaakDate, ZaakLink } from './zaak-parts.tsx'
import { summarizeZaak } from './zaak-summary.ts'

/** One zaak in the list: what it is, where it stands, and one date that says of what kind it is. */
export function ZaakCard({ zaak, taal, now }: { zaak: ZaakVanBurger; taal: Taal; now: Date }) {
  const summary = summarizeZaak(zaak, { taal, now })
  return (
    <article className="zb-card zb-link-card">
      <div className="zb-zaak-card__heading">
        <Heading level={3}>
          <ZaakLink {...zaak} />
        </Heading>
        <ZaakBadges {...summary} taal={taal} />
      </div>
      <p className="zb-zaak-card__antwoord">{summary.antwoord}</p>
      <p className="zb-zaak-card__facts">
        {zaak.zaaktype.omschrijving[taal]} · <ZaakDate {...summary} taal={taal} />
      </p>
    </article>
  )
}
