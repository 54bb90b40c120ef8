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
import './documenten.css'

type Props = {
  zaak: ZaakVanBurger
  /** why not all of them are there */
  onvolledig: Onvolledig | null
  /** ids of those that are new to whoever looks */
  nieuw: ReadonlySet<string>
  /** why the one that was asked for was not given */
  fout: 'onbereikbaar' | 'druk' | undefined
  taal: Taal
  /** `yyyy-mm-dd` */
  today: string
}

/** What the citizen may read now: what holds a besluit on top, and of each the newest first. */
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
            {/* no Link: it is a file, and the router would fetch it as a page; no `download`: what is no file then leads to a page */}
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
