import type { DocumentVanBurger, ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import type { Onvolledig } from '#lib/publieksportaal/zgw/with-zgw-documenten.ts'
import { BestandVoorbeeld } from '#lib/ui/bestand/bestand-voorbeeld.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { grootte } from '#lib/ui/text/amounts.ts'
import { Badge } from '#lib/ui/text/badge.tsx'
import { plainDate } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { PlainLink } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { documentPath } from '../paths.ts'

type Props = {
  zaak: ZaakVanBurger
  /** the reason why documents are missing */
  onvolledig: Onvolledig | null
  /** ids of the documents that are new to the viewer */
  nieuw: ReadonlySet<string>
  /** the reason why the requested document was not returned */
  fout: 'onbereikbaar' | 'druk' | undefined
  taal: Taal
  /** `yyyy-mm-dd` */
  today: string
}

/** The documents that the citizen may read now: besluiten first, each newest first. */
export function Documenten({ zaak, onvolledig, nieuw, fout, taal, today }: Props) {
  const { documenten, zaaktype } = zaak
  const t = texts(taal).document
  const read = documenten.filter(({ zichtbaarVanaf }) => zichtbaarVanaf <= today).toReversed()
  if (read.length === 0 && !onvolledig) return null
  const besluiten = read.filter(({ besluit }) => besluit !== null)
  const soortOf = ({ informatieobjecttype: code, zgw }: DocumentVanBurger) =>
    zgw?.soort ?? zaaktype.informatieobjecttypen.find((type) => type.code === code)?.omschrijving[taal]
  return (
    <section className="zb-documenten">
      <Heading level={2}>{t.titel}</Heading>
      {fout && (
        <Alert type="warning" role="alert">
          {t[fout]}
        </Alert>
      )}
      {onvolledig && <Alert type="warning">{t.onvolledig[onvolledig]}</Alert>}
      <ul className="zb-list">
        {[...besluiten, ...read.filter((document) => !besluiten.includes(document))].map((document) => (
          <li key={document.id} className="zb-line zb-documenten__document">
            {/* no Link, which would fetch the file as a page; no `download`, because an error response
                must show as a page */}
            <PlainLink href={documentPath(zaak.id, document.id)} lang="nl">
              {document.titel}
            </PlainLink>
            {nieuw.has(document.id) && <Badge tone="warning">{t.nieuw}</Badge>}
            <span className="zb-documenten__feiten">
              {[soortOf(document), plainDate(document.datum, taal), document.grootte && grootte(document.grootte, taal)]
                .filter(Boolean)
                .join(', ')}
            </span>
            <BestandVoorbeeld
              href={documentPath(zaak.id, document.id)}
              formaat={document.formaat}
              titel={document.titel}
              label={t.bekijk}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
