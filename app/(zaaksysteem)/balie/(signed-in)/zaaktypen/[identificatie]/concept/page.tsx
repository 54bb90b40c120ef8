import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { type Column, Table } from '#lib/ui/staff/list/table.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { compareZaaktypen, largeTermChanges, type Veldwijziging } from '#lib/zaaksysteem/catalogus/compare-zaaktypen.ts'
import { countOpenZaken, type OpenZaken } from '#lib/zaaksysteem/catalogus/find-zaaktypestanden.ts'
import { loadTeamnamen } from '#lib/zaaksysteem/catalogus/team/find-teams.ts'
import type { ZaaktypeGegevens } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { ZAAKTYPEN, zaaktypePath } from '../../../paths.ts'
import { VerrichtingForm } from '../../../verrichtingen/verrichting-form.tsx'
import { isGelezen, veldNaam, veldWaarde } from '../../veld-naam.ts'
import { loadBewerking } from '../load-bewerking.ts'
import { conceptVaststellen, conceptWeggooien } from './concept-verrichtingen.ts'
import { PublishForm } from './publish-form.tsx'

const { voorvertoning } = texts
/** Members that always apply in their newest version, also to open zaken. */
const OOK_LOPENDE = ['toontDoorlooptijd', 'gevoelig'] as const

export const metadata: Metadata = { title: voorvertoning.titel }

type Props = { params: Promise<{ identificatie: string }> }

/** The effects of a concept, before it becomes a version. */
export default async function ConceptPage({ params }: Props) {
  await requireBeheerder()
  const { identificatie, versie, bewerking, concept, stand } =
    (await loadBewerking((await params).identificatie)) ?? notFound()
  if (!concept) notFound()
  const ctx = zaaksysteem()
  const { gegevens, volledig } = concept
  const naam = gegevens.omschrijving.nl
  const teamnaamOf = await loadTeamnamen(ctx)
  const named = (wijziging: Veldwijziging): Veldwijziging => {
    const { veld, van, naar } = wijziging
    if (veld[0] !== 'team') return wijziging
    return { veld, van: van && teamnaamOf(van), naar: naar && teamnaamOf(naar) }
  }
  const wijzigingen = versie > 0 ? compareZaaktypen(stand.gegevens, gegevens).map(named) : []
  const [newest] = stand.versies
  const shown = { identificatie, bewerking }
  return (
    <>
      <Breadcrumb
        items={[
          { href: ZAAKTYPEN, text: texts.titel },
          { href: zaaktypePath(identificatie), text: naam },
        ]}
        current={voorvertoning.titel}
      />
      <Heading level={1}>{voorvertoning.titel}</Heading>
      <Paragraph soft>
        {naam}, {texts.versie(versie + 1)}
      </Paragraph>
      {!volledig && <Alert type="warning">{texts.fout.incomplete}</Alert>}
      {versie > 0 ? (
        <Velden wijzigingen={wijzigingen} naamOf={namesIn(stand.gegevens, gegevens)} />
      ) : (
        <Paragraph>{voorvertoning.nieuw(gegevens.statustypen.length, gegevens.resultaattypen.length)}</Paragraph>
      )}
      <Card title={voorvertoning.voorWie} id="voor-wie" isNarrow>
        <ul>
          <li>{voorvertoning.nieuweAanvragen(versie + 1)}</li>
          {newest && newest.geldigVanaf > dateInAmsterdam(ctx.clock()) && (
            <li>{voorvertoning.gepland(newest.versie, shortDate(newest.geldigVanaf))}</li>
          )}
          {versie > 0 && <Ongeraakt open={await countOpenZaken(ctx, identificatie)} gegevens={stand.gegevens} />}
          {OOK_LOPENDE.filter((naam) => wijzigingen.some(({ veld }) => veld[0] === naam)).map((naam) => (
            <li key={naam}>{voorvertoning.ookLopende[naam]}</li>
          ))}
        </ul>
      </Card>
      {volledig && (
        <Card title={voorvertoning.vaststellen} id="vaststellen" isNarrow>
          <PublishForm
            hidden={{ verrichting: conceptVaststellen.naam, ...shown }}
            vandaag={dateInAmsterdam(ctx.clock())}
            grote={largeTermChanges(stand.gegevens, wijzigingen).map(({ veld, van, naar }) =>
              voorvertoning.groot(veldNaam(veld), veldWaarde(van), veldWaarde(naar)),
            )}
            backHref={zaaktypePath(identificatie)}
          />
        </Card>
      )}
      <Card title={texts.concept.weggooien} id="weggooien" isNarrow>
        <Paragraph>{texts.concept.weggooienUitleg}</Paragraph>
        <VerrichtingForm
          verrichting={conceptWeggooien}
          fields={shown}
          label={texts.concept.weggooien}
          backHref={zaaktypePath(identificatie)}
          className="staff-danger"
        />
      </Card>
    </>
  )
}

/** Returns the name of each code, from the newest of the given data that has it. */
function namesIn(...all: readonly ZaaktypeGegevens[]): (code: string) => string {
  const named = all.flatMap(({ statustypen, resultaattypen, opschortingsredenen, informatieobjecttypen }) =>
    [...statustypen, ...resultaattypen, ...opschortingsredenen, ...informatieobjecttypen].map(
      (each) => [each.code, each.omschrijving.nl] as const,
    ),
  )
  const names = new Map(named)
  return (code) => names.get(code) ?? code
}

type Naming = { naamOf: (code: string) => string }

function Velden({ wijzigingen, naamOf }: Naming & { wijzigingen: readonly Veldwijziging[] }) {
  if (wijzigingen.length === 0) return <Paragraph>{voorvertoning.niets}</Paragraph>
  const gelezen = wijzigingen.filter(({ veld }) => isGelezen(veld))
  const overige = wijzigingen.filter(({ veld }) => !isGelezen(veld))
  return (
    <>
      <Tabel titel={voorvertoning.aanvragerLeest} wijzigingen={gelezen} naamOf={naamOf} />
      <Tabel titel={voorvertoning.overige} wijzigingen={overige} naamOf={naamOf} />
    </>
  )
}

function Tabel({ titel, wijzigingen, naamOf }: Naming & { titel: string; wijzigingen: readonly Veldwijziging[] }) {
  if (wijzigingen.length === 0) return null
  const columns: Column<Veldwijziging>[] = [
    { name: voorvertoning.veld, cell: ({ veld }) => veldNaam(veld, naamOf) },
    { name: voorvertoning.was, cell: ({ van }) => <span className="staff-breakable">{veldWaarde(van)}</span> },
    { name: voorvertoning.wordt, cell: ({ naar }) => <span className="staff-breakable">{veldWaarde(naar)}</span> },
  ]
  return (
    <section className="staff-block">
      <Heading level={2}>{titel}</Heading>
      <Table label={titel} columns={columns} rows={wijzigingen} keyOf={({ veld }) => veld.join('.')} />
    </section>
  )
}

/** Open zaken that keep their present version, by status. */
function Ongeraakt({ open, gegevens }: { open: readonly OpenZaken[]; gegevens: ZaaktypeGegevens }) {
  const total = open.reduce((sum, { aantal }) => sum + aantal, 0)
  const naamOf = namesIn(gegevens)
  return (
    <li>
      {voorvertoning.ongeraakt(total)}
      {total > 0 && (
        <ul>
          {open.map(({ versie, statustype, aantal }) => (
            <li key={`${versie} ${statustype}`}>{voorvertoning.zaken(aantal, naamOf(statustype), versie)}</li>
          ))}
        </ul>
      )}
    </li>
  )
}
