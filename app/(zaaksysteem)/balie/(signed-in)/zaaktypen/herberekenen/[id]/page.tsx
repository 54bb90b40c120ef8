import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { type Column, Table } from '#lib/ui/staff/list/table.tsx'
import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Badge } from '#lib/ui/text/badge.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { herberekenen as texts } from '#lib/ui/texts/balie/beheer/herberekenen.ts'
import { zaaktypen } from '#lib/ui/texts/balie/zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { findHerberekening, type Herberekenregel } from '#lib/zaaksysteem/zaak/herberekening/find-herberekeningen.ts'
import { MOST_REGELS } from '#lib/zaaksysteem/zaak/herberekening/process-herberekeningen.ts'
import { HERBEREKENEN, ZAAKTYPEN, zaakPath } from '../../../paths.ts'
import { VerrichtingForm } from '../../../verrichtingen/verrichting-form.tsx'
import { herberekeningStarten } from '../herberekening-verrichtingen.ts'
import { standOf } from '../stand-of.ts'

const { datums } = texts
const { waarom, waaromHint, ookLater, knop, bezig } = texts.uitvoeren

export const metadata: Metadata = { title: texts.titel }

type Props = { params: Promise<{ id: string }> }

const isLater = ({ streefdatumWas, streefdatum, fataleDatumWas, fataleDatum }: Herberekenregel) =>
  streefdatum > streefdatumWas || fataleDatum > fataleDatumWas

/** The zaken that a herberekening found, and their outcomes. */
export default async function HerberekeningPage({ params }: Props) {
  await requireBeheerder()
  const herberekening = (await findHerberekening(zaaksysteem(), (await params).id)) ?? notFound()
  const { id, zaaktype, naarVersie, gezocht, gevonden, regels } = herberekening
  const stand = standOf(herberekening)
  const later = regels.filter(isLater).length
  const settled = regels.filter(({ uitkomst }) => uitkomst !== null).length
  const isBusy = stand === 'zoekt' || stand === 'bezig'
  return (
    <>
      {isBusy && <RefreshUntilSettled isAllOfPage key={gezocht + settled} />}
      <Breadcrumb
        items={[
          { href: ZAAKTYPEN, text: zaaktypen.titel },
          { href: HERBEREKENEN, text: texts.titel },
        ]}
        current={texts.welke(zaaktype, naarVersie)}
      />
      <Heading level={1}>{texts.titel}</Heading>
      <Paragraph soft>{texts.welke(zaaktype, naarVersie)}</Paragraph>
      <Paragraph role="status">
        {texts.gezocht(gezocht, gevonden)} {stand === 'zoekt' && texts.bezigMetZoeken}
        {stand === 'bezig' && texts.bezigMetUitvoeren}
      </Paragraph>
      {gevonden === MOST_REGELS && <Alert type="info">{texts.vol(MOST_REGELS)}</Alert>}
      {stand === 'niets' && <Alert type="ok">{texts.niets}</Alert>}
      {stand === 'gevonden' && (
        <Card title={texts.uitvoeren.titel} id="uitvoeren" isNarrow>
          <Paragraph>{texts.uitvoeren.uitleg(gevonden - later, later)}</Paragraph>
          <VerrichtingForm
            verrichting={herberekeningStarten}
            fields={{ id }}
            errorTitle={texts.fout.titel}
            velden={[
              { soort: 'lang', name: 'toelichting', label: waarom, hint: waaromHint },
              later > 0 && { soort: 'vinkje', name: 'ookLater', label: ookLater, value: false },
            ]}
            label={knop}
            busy={bezig}
            backHref={HERBEREKENEN}
          />
        </Card>
      )}
      {regels.length > 0 && (
        <Table label={texts.titel} columns={columnsFor(stand)} rows={regels} keyOf={({ zaakId }) => zaakId} />
      )}
    </>
  )
}

function columnsFor(stand: keyof typeof texts.stand): Column<Herberekenregel>[] {
  return [
    {
      name: datums.zaak,
      cell: ({ zaakId, identificatie }) => (
        <Link href={zaakPath(zaakId)} className="zb-number">
          {identificatie}
        </Link>
      ),
    },
    {
      name: datums.fataleDatum,
      cell: ({ fataleDatumWas, fataleDatum }) => <VanNaar van={fataleDatumWas} naar={fataleDatum} />,
    },
    {
      name: datums.streefdatum,
      cell: ({ streefdatumWas, streefdatum }) => <VanNaar van={streefdatumWas} naar={streefdatum} />,
    },
    ...(stand === 'bezig' || stand === 'klaar'
      ? [
          {
            name: datums.uitkomst,
            cell: ({ uitkomst, redenen }: Herberekenregel) => (
              <>
                {uitkomst && texts.uitkomst[uitkomst]}
                {redenen.map((reden) => (
                  <span key={reden} className="staff-caption">
                    {texts.redenen[reden]}
                  </span>
                ))}
              </>
            ),
          },
        ]
      : []),
  ]
}

function VanNaar({ van, naar }: { van: string; naar: string }) {
  if (van === naar) return datums.gelijk(shortDate(van))
  return (
    <>
      {datums.vanNaar(shortDate(van), shortDate(naar))}{' '}
      <Badge tone={naar > van ? 'warning' : 'success'}>{naar > van ? datums.later : datums.eerder}</Badge>
    </>
  )
}
