import { Fragment } from 'react'
import { isoDate } from '#lib/platform/calendar.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { grootte } from '#lib/ui/text/amounts.ts'
import { Card } from '#lib/ui/text/card.tsx'
import { shortDate, shortMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { documenten as documentTexts } from '#lib/ui/texts/balie/documenten.ts'
import { inzendingen as texts } from '#lib/ui/texts/balie.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { ontbrekend } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/receive-aanvulling.ts'
import { openVraag } from '#lib/zaaksysteem/zaak/handelingen/vraag/answer-vraag.ts'
import type { Bezwaar } from '#lib/zaaksysteem/zaak/wijziging/documenten.ts'
import { handelingPath } from '../../paths.ts'
import { DocumentLink } from './documenten/document-link.tsx'

type Props = {
  zaak: ZaakDetail
  mayTreat: boolean
  /** the warning about a document, by its id */
  bezwaren: Record<string, Bezwaar>
  terug: string | undefined
}

/** The aanvrager's inzendingen and open question. */
export function VanAanvrager(props: Props) {
  return (
    <>
      <Vraag {...props} />
      <Intrekking {...props} />
      <Gemeld {...props} />
    </>
  )
}

function Vraag({ zaak, mayTreat, terug }: Props) {
  const asked = openVraag(zaak)
  if (!asked) return null
  const { vraag } = texts
  return (
    <Alert className="balie-zaak-alert" type="warning" title={vraag.titel(shortMoment(asked.tijdstip))}>
      <blockquote className="balie-quote">{asked.tekst}</blockquote>
      <Paragraph>
        <Kenmerk of={asked} />
      </Paragraph>
      {mayTreat && (
        <Paragraph>
          <Link href={handelingPath(zaak.id, 'vraag-beantwoorden', { terug })}>{vraag.beantwoord}</Link>
        </Paragraph>
      )}
    </Alert>
  )
}

function Kenmerk({ of: { kenmerk, doorGemachtigde } }: { of: ZaakDetail['inzendingen'][number] }) {
  return (
    <>
      {texts.nummer} <span className="zb-number">{kenmerk}</span>. {doorGemachtigde && texts.doorGemachtigde}
    </>
  )
}

/** The request to withdraw, with its two possible answers, until one is given. */
function Intrekking({ zaak, mayTreat, terug }: Props) {
  const asked = zaak.einddatum === null && zaak.inzendingen.find(isOpenIntrekking)
  if (!asked) return null
  const { intrekking } = texts
  const resultaat = zaak.zaaktype.resultaattypen.find(({ code }) => code === INGETROKKEN)
  return (
    <Alert className="balie-zaak-alert" type="warning" title={intrekking.titel(shortMoment(asked.tijdstip))}>
      <Paragraph>
        <Kenmerk of={asked} />
      </Paragraph>
      {mayTreat && (
        <ul>
          <li>{resultaat ? intrekking.sluit(resultaat.omschrijving.nl) : intrekking.sluitZonder}</li>
          <li>
            <Link href={handelingPath(zaak.id, 'intrekking-afwijzen', { terug })}>{intrekking.afwijzen}</Link>
          </li>
        </ul>
      )}
    </Alert>
  )
}

/** The aanvullingen reported as sent, and whether a behandelaar confirmed their receipt. */
function Gemeld({ zaak, mayTreat, bezwaren, terug }: Props) {
  const { inzendingen, aanvullingen, resource, zaaktype } = zaak
  const gemeld = inzendingen.filter(({ soort }) => soort === 'aanvulling')
  if (gemeld.length === 0) return null
  const said = gemeld.flatMap(({ aanvullingIds }) => aanvullingIds)
  const nogNiet = resource.aanvullingen.filter(
    ({ id, ontvangenOp }) => ontvangenOp === null && (id === null || !said.includes(id)),
  )
  const missing = ontbrekend({ zaak })
  const teBevestigen = missing.some(({ id }) => said.includes(id))
  const besmet = missing.filter(({ id }) =>
    zaak.alleDocumenten.some((document) => document.aanvulling === id && bezwaren[document.id] === 'besmet'),
  )
  return (
    <Card title={texts.titel} className="staff-block">
      <ul>
        {gemeld.map(({ id, kenmerk, tijdstip, aanvullingIds, doorGemachtigde }) => (
          <li key={id}>
            {texts.gemeld(shortMoment(tijdstip))}{' '}
            <strong>{sentOf(aanvullingen.filter((one) => aanvullingIds.includes(one.id)))}</strong>. {texts.nummer}{' '}
            <span className="zb-number">{kenmerk}</span>. {doorGemachtigde && texts.doorGemachtigde}
            <Gestuurd zaak={zaak} inzending={id} bezwaren={bezwaren} />
          </li>
        ))}
      </ul>
      {nogNiet.length > 0 && (
        <Paragraph>
          {texts.nogNiet} <strong>{namesOf(nogNiet)}</strong>.
        </Paragraph>
      )}
      {besmet.length > 0 && (
        <Alert className="balie-zaak-alert" type="warning">
          {texts.besmet(namesOf(besmet))}
        </Alert>
      )}
      {mayTreat && teBevestigen && (
        <Paragraph>
          <Link href={handelingPath(zaak.id, 'aanvulling-ontvangen', { terug })}>{texts.bevestig}</Link> {texts.of}{' '}
          <Link href={handelingPath(zaak.id, 'aanvullen', { terug })}>{texts.vraagOpnieuw}</Link>
        </Paragraph>
      )}
      <Paragraph small soft>
        {zaaktype.aanvullingBevestigen ? texts.uitlegWacht : texts.uitleg}
      </Paragraph>
    </Card>
  )
}

/** The files of an inzending, by the aanvulling that they answer. */
function Gestuurd({ zaak, inzending, bezwaren }: Pick<Props, 'zaak' | 'bezwaren'> & { inzending: string }) {
  const documenten = zaak.alleDocumenten.filter((document) => document.inzending === inzending)
  const gevraagd = zaak.aanvullingen.filter(({ id }) => documenten.some(({ aanvulling }) => aanvulling === id))
  if (gevraagd.length === 0) return null
  return (
    <dl className="balie-gestuurd">
      {gevraagd.map(({ id, naam }) => (
        <Fragment key={id}>
          <dt>{naam}</dt>
          {documenten
            .filter(({ aanvulling }) => aanvulling === id)
            .map((document) => (
              <dd key={document.id}>
                <DocumentLink
                  document={document}
                  zaakId={zaak.id}
                  bezwaar={bezwaren[document.id]}
                  onder={[grootte(document.grootte), document.vervallenVersie !== null && documentTexts.ingetrokken]
                    .filter(Boolean)
                    .join(', ')}
                />
              </dd>
            ))}
        </Fragment>
      ))}
    </dl>
  )
}

/** The code in the catalogus. A municipality's own zaaktype may use another; then no resultaat is preset. */
const INGETROKKEN = 'ingetrokken'

const isOpenIntrekking = ({ soort, afgewezenVersie }: ZaakDetail['inzendingen'][number]) =>
  soort === 'intrekking' && afgewezenVersie === null

const sentOf = (aanvullingen: ZaakDetail['aanvullingen']) =>
  aanvullingen
    .map(({ naam, ontvangenOp }) => (ontvangenOp ? `${naam} (${texts.binnen(shortDate(isoDate(ontvangenOp)))})` : naam))
    .join(', ')

export const namesOf = (aanvullingen: { naam: string }[]) => aanvullingen.map(({ naam }) => naam).join(', ')
