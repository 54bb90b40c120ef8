import type { Metadata } from 'next'
import { optionsOf } from '#lib/ui/form/labels.ts'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { ListFilter } from '#lib/ui/staff/list/list-filter.tsx'
import { ListPage } from '#lib/ui/staff/list/list-page.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { hrefWith, isFiltered, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { vernietiging } from '#lib/ui/texts/balie/vernietiging.ts'
import { bladerenInTijd } from '#lib/ui/texts/staff.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { isBeheerder, requireRecht } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { findVerwijderdeZaken, type VerwijderdeZaak } from '#lib/zaaksysteem/zaak/bewaren/find-verwijderde-zaken.ts'
import { DownloadLinks } from '../../download-links.tsx'
import { labelOf, withChosen, zaaktypeOptions } from '../../options.ts'
import { AUDIT, lijstPath, VERNIETIGING, VERWIJDERDE_ZAKEN, VERWIJDERDE_ZAKEN_BESTAND } from '../../paths.ts'
import { toVerwijderdeZaakFilter, verwijderdFields } from './verwijderd-filter.ts'

const { verwijderd: texts, lijsten } = vernietiging
const { kolom, zoeken, bewaar } = texts

export const metadata: Metadata = { title: texts.titel }

const GROND_OPTIONS = optionsOf(lijsten.gronden)

export default async function VerwijderdeZakenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const behandelaar = await requireRecht('vernietigen')
  const ctx = zaaksysteem()
  const { cursor, ...fields } = readSearchParams(verwijderdFields, await searchParams)
  const [{ zaken, volgende, vorige }, zaaktypen] = await Promise.all([
    findVerwijderdeZaken(ctx, { ...toVerwijderdeZaakFilter(fields), cursor }),
    findZaaktypen(ctx),
  ])
  const zaaktypenNow = zaaktypeOptions(zaaktypen)
  const filtered = isFiltered(fields)
  return (
    <>
      <Breadcrumb items={[{ href: VERNIETIGING, text: vernietiging.titel }]} current={texts.titel} />
      <ListPage
        title={texts.titel}
        explanation={texts.uitleg}
        list={{
          columns: columnsFor({ zaaktypen: zaaktypenNow, isBeheerder: isBeheerder(behandelaar) }),
          rows: zaken,
          keyOf: ({ id }) => id,
          empty: {
            title: texts.leeg,
            explanation: texts.leegUitleg,
            clear: filtered && { href: VERWIJDERDE_ZAKEN, text: zoeken.wis },
          },
          pages: {
            texts: bladerenInTijd,
            vorige,
            volgende,
            hrefAt: (to) => hrefWith(VERWIJDERDE_ZAKEN, { ...fields, cursor: to }),
          },
        }}
        below={
          zaken.length > 0 && (
            <section className="staff-block">
              <Heading level={2}>{bewaar.titel}</Heading>
              <Paragraph soft>{bewaar.uitleg}</Paragraph>
              <DownloadLinks path={VERWIJDERDE_ZAKEN_BESTAND} fields={fields} texts={bewaar} />
            </section>
          )
        }
      >
        <ListFilter
          action={VERWIJDERDE_ZAKEN}
          texts={zoeken}
          fields={{
            zoek: { soort: 'zoek', label: zoeken.zoek, maxLength: 40 },
            zaaktype: {
              soort: 'keuze',
              label: zoeken.zaaktype,
              alle: zoeken.alleZaaktypen,
              options: withChosen(zaaktypenNow, fields.zaaktype ? [fields.zaaktype] : []),
            },
            grond: { soort: 'keuze', label: zoeken.grond, alle: zoeken.alleGronden, options: GROND_OPTIONS },
            van: { soort: 'moment', label: zoeken.van },
            tot: { soort: 'moment', label: zoeken.tot },
          }}
          values={fields}
          clearHref={filtered && zaken.length > 0 && VERWIJDERDE_ZAKEN}
        />
      </ListPage>
    </>
  )
}

type Options = { zaaktypen: ReturnType<typeof zaaktypeOptions>; isBeheerder: boolean }

function columnsFor({ zaaktypen, isBeheerder: mayAudit }: Options): Column<VerwijderdeZaak>[] {
  return [
    {
      name: kolom.zaak,
      hasHeading: false,
      cell: ({ identificatie }) => <span className="zb-number">{identificatie}</span>,
      caption: ({ identificatie }) =>
        mayAudit && (
          <Link href={hrefWith(AUDIT, { zaak: identificatie })}>
            {texts.audit}
            <span className="zb-hidden"> {texts.auditVan(identificatie)}</span>
          </Link>
        ),
    },
    { name: kolom.zaaktype, cell: ({ zaaktype }) => labelOf(zaaktypen, zaaktype) },
    {
      name: kolom.verwijderd,
      cell: ({ verwijderdOp }) => <Moment instant={verwijderdOp} />,
      caption: ({ doorNaam }) => lijsten.door(doorNaam ?? texts.onbekend),
    },
    { name: kolom.waarom, cell: ({ grond }) => lijsten.gronden[grond] },
    {
      name: kolom.lijst,
      cell: ({ lijstId, lijstNummer }) =>
        lijstId && lijstNummer ? <Link href={lijstPath(lijstId)}>{lijsten.naam(lijstNummer)}</Link> : texts.geen,
    },
  ]
}
