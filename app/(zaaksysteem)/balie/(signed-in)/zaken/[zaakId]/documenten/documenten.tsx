import { ACCEPT } from '#lib/platform/bestand/formaten.ts'
import { BestandKiezer } from '#lib/ui/bestand/bestand-kiezer.tsx'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { grootte } from '#lib/ui/text/amounts.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bestanden, intern, documenten as texts } from '#lib/ui/texts/balie/documenten.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import type { Bezwaar } from '#lib/zaaksysteem/zaak/wijziging/documenten.ts'
import { handelingPath, internDocumentPath } from '../../../paths.ts'
import { DocumentLink } from './document-link.tsx'

const MB = 1024 * 1024

type Props = {
  zaak: ZaakDetail
  mayTreat: boolean
  /** the warning about a document, by its id */
  bezwaren: Record<string, Bezwaar>
  maxMb: number
  /** the error of a file that was refused without JavaScript */
  fout: keyof typeof bestanden.fout | undefined
  /** the reason why the requested document did not open */
  nietGeopend: 'weg' | 'druk' | 'onbereikbaar' | undefined
  terug: string | undefined
  today: string
}

/** The documents of a zaak, newest first, the files that are no document yet, and the upload form. */
export function Documenten({ zaak, mayTreat, bezwaren, maxMb, fout, nietGeopend, terug, today }: Props) {
  const { alleDocumenten, losseBestanden, wachtend, besmet } = zaak
  if (!mayTreat && alleDocumenten.length === 0) return null
  return (
    <section className="balie-of-zaak" id="documenten" tabIndex={-1}>
      <Heading level={2}>{texts.titel}</Heading>
      {nietGeopend && (
        <Alert type="error" role="alert">
          {texts[nietGeopend]}
        </Alert>
      )}
      {alleDocumenten.length === 0 && <Paragraph soft>{texts.geen}</Paragraph>}
      {alleDocumenten.length > 0 && (
        <Table
          label={texts.titel}
          rows={alleDocumenten.toReversed()}
          keyOf={({ id }) => id}
          columns={[
            {
              name: texts.document,
              hasHeading: true,
              cell: (document) => (
                <DocumentLink
                  document={document}
                  zaakId={zaak.id}
                  bezwaar={bezwaren[document.id]}
                  onder={omschrijvingOf(zaak, document)}
                />
              ),
            },
            { name: texts.richting, hasHeading: true, cell: ({ richting }) => texts.richtingen[richting] },
            { name: texts.datum, hasHeading: true, cell: ({ datum }) => shortDate(datum) },
            { name: texts.grootte, hasHeading: true, cell: (document) => grootte(document.grootte) },
            {
              name: texts.aanvrager,
              hasHeading: true,
              cell: (document) => (
                <>
                  {lezingOf(zaak, document, { today, bezwaar: bezwaren[document.id] })}
                  {mayTreat && document.zichtbaarVanaf === null && document.vervallenVersie === null && (
                    <span className="staff-caption">
                      <Link
                        href={`${internDocumentPath(zaak.id)}/${document.id}`}
                        aria-label={intern.intrekken.linkNaam(document.titel)}
                      >
                        {intern.intrekken.link}
                      </Link>
                    </span>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      {mayTreat && losseBestanden.length > 0 && (
        <div className="balie-losse-bestanden">
          <Heading level={3}>{texts.los.titel}</Heading>
          <Paragraph>{texts.los.uitleg}</Paragraph>
          <ul>
            {losseBestanden.map(({ id, naam }) => (
              <li key={id}>{naam}</li>
            ))}
          </ul>
          <div className="staff-buttons">
            <ButtonLink appearance="secondary" href={handelingPath(zaak.id, 'document-toevoegen', { terug })}>
              {texts.los.knop}
            </ButtonLink>
            <ButtonLink appearance="secondary" href={internDocumentPath(zaak.id)}>
              {intern.link}
            </ButtonLink>
          </div>
        </div>
      )}
      {mayTreat && (
        <>
          {wachtend > 0 && <Paragraph>{texts.los.wachtend(wachtend)}</Paragraph>}
          {besmet > 0 && <Alert type="warning">{texts.los.besmet(besmet)}</Alert>}
          {fout && <Alert type="error">{bestanden.fout[fout]}</Alert>}
          <BestandKiezer
            action={`/api/zaaksysteem/balie/zaken/${zaak.id}/bestanden`}
            accept={ACCEPT}
            most={{ file: maxMb * MB }}
            texts={{ ...texts.kiezer, hint: texts.kiezer.hint(maxMb), fout: bestanden.fout }}
          />
        </>
      )}
    </section>
  )
}

type Regel = ZaakDetail['alleDocumenten'][number]

/** Kind, confidentiality, version, and the aanvulling that the document answers. */
function omschrijvingOf(
  { zaaktype, aanvullingen }: ZaakDetail,
  { informatieobjecttype: code, vertrouwelijkheidaanduiding, documentversie, aanvulling }: Regel,
) {
  const soort = zaaktype.informatieobjecttypen.find((type) => type.code === code)?.omschrijving.nl ?? code
  const gevraagd = aanvullingen.find(({ id }) => id === aanvulling)?.naam
  const niveau = Object.entries(intern.toevoegen.niveau).find(([name]) => name === vertrouwelijkheidaanduiding)?.[1]
  const versie = documentversie > 1 && texts.versie(documentversie)
  return [soort, niveau?.toLowerCase(), versie, gevraagd && texts.gevraagd(gevraagd)].filter(Boolean).join(', ')
}

/** The moment from which the aanvrager can read a document, if at all. */
function lezingOf(
  zaak: ZaakDetail,
  { id, vervallenVersie, zichtbaarVanaf, inzending }: Regel,
  { today, bezwaar }: { today: string; bezwaar: Bezwaar | undefined },
) {
  if (zichtbaarVanaf === null && vervallenVersie !== null) return texts.ingetrokken
  if (zichtbaarVanaf === null) return inzending === null ? texts.nietVoorAanvrager : texts.vanAanvrager
  if (vervallenVersie !== null) {
    const { soort } = zaak.history.find(({ versie }) => versie === vervallenVersie) ?? {}
    return soort === 'document_ingetrokken' ? texts.ingetrokken : texts.vervangen
  }
  const vanaf = zaak.resource.documenten.find((document) => document.id === id)?.zichtbaarVanaf
  if (!vanaf) return texts.leestNiet
  if (bezwaar && bezwaar !== 'zonder_scanner') return texts.leestNuNiet
  return vanaf > today ? texts.leestStraks(shortDate(vanaf)) : texts.leest(shortDate(vanaf))
}
