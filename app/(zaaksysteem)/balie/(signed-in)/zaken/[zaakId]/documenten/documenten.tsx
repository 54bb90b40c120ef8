import { ACCEPT } from '#lib/platform/bestand/formaten.ts'
import { BestandKiezer } from '#lib/ui/bestand/bestand-kiezer.tsx'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { grootte } from '#lib/ui/text/amounts.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { bestanden } from '#lib/ui/texts/balie/documenten/bestanden.ts'
import { documenten as texts } from '#lib/ui/texts/balie/documenten/documenten.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import type { Bezwaar } from '#lib/zaaksysteem/zaak/wijziging/documenten.ts'
import { handelingPath, zaakPath } from '../../../paths.ts'

type Props = {
  zaak: ZaakDetail
  mayTreat: boolean
  /** why a document is not to be read, by its id */
  bezwaren: Record<string, Bezwaar>
  maxMb: number
  /** why the file was refused that was sent without JavaScript */
  fout: keyof typeof bestanden.fout | undefined
  terug: string | undefined
  today: string
}

/** The documents of a zaak, newest first, what was sent and is none yet, and where more are sent. */
export function Documenten({ zaak, mayTreat, bezwaren, maxMb, fout, terug, today }: Props) {
  const { alleDocumenten, losseBestanden, wachtend, besmet, zaaktype } = zaak
  if (!mayTreat && alleDocumenten.length === 0) return null
  const soortOf = (code: string) =>
    zaaktype.informatieobjecttypen.find((type) => type.code === code)?.omschrijving.nl ?? code
  return (
    <section className="balie-of-zaak" id="documenten" tabIndex={-1}>
      <Heading level={2}>{texts.titel}</Heading>
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
              cell: ({ id, titel, informatieobjecttype, documentversie }) => (
                <>
                  {/* no Link: it is a file, and the router would fetch it as a page */}
                  <a className="utrecht-link" href={`${zaakPath(zaak.id)}/documenten/${id}`} download>
                    {titel}
                  </a>
                  <span className="staff-caption">
                    {soortOf(informatieobjecttype)}
                    {documentversie > 1 && `, ${texts.versie(documentversie)}`}
                  </span>
                  {bezwaren[id] && <span className="staff-caption">{texts.bezwaar[bezwaren[id]]}</span>}
                </>
              ),
            },
            { name: texts.datum, hasHeading: true, cell: ({ datum }) => shortDate(datum) },
            { name: texts.grootte, hasHeading: true, cell: (document) => grootte(document.grootte) },
            { name: texts.aanvrager, hasHeading: true, cell: (document) => lezingOf(zaak, document, today) },
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
          <ButtonLink appearance="secondary" href={handelingPath(zaak.id, 'document-toevoegen', { terug })}>
            {texts.los.knop}
          </ButtonLink>
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
            texts={{ ...texts.kiezer, hint: texts.kiezer.hint(maxMb), fout: bestanden.fout }}
          />
        </>
      )}
    </section>
  )
}

/** Whether the aanvrager reads a document, and since or from when. */
function lezingOf(zaak: ZaakDetail, { id, vervallenVersie }: ZaakDetail['alleDocumenten'][number], today: string) {
  if (vervallenVersie !== null) {
    const { soort } = zaak.history.find(({ versie }) => versie === vervallenVersie) ?? {}
    return soort === 'document_ingetrokken' ? texts.ingetrokken : texts.vervangen
  }
  const vanaf = zaak.resource.documenten.find((document) => document.id === id)?.zichtbaarVanaf
  if (!vanaf) return texts.leestNiet
  return vanaf > today ? texts.leestStraks(shortDate(vanaf)) : texts.leest(shortDate(vanaf))
}
