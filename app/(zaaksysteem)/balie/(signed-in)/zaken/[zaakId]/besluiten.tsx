import { type BesluitResource, isVanKracht } from '#lib/contract/zaak-resource.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { besluiten as texts } from '#lib/ui/texts/balie/zaak.ts'
import { reactiesOf } from '#lib/voortgang/besluiten.ts'
import { labelOfResultaat } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'

/** The besluiten of a zaak, newest first: their state, and the last day for bezwaar or beroep. */
export function Besluiten({ zaak, today }: { zaak: ZaakDetail; today: string }) {
  const { besluiten } = zaak.resource
  if (besluiten.length === 0) return null
  return (
    <section className="balie-of-zaak">
      <Heading level={2}>{texts.titel}</Heading>
      <Table
        label={texts.titel}
        rows={besluiten.toReversed()}
        keyOf={({ id }) => id ?? ''}
        columns={[
          {
            name: texts.besluit,
            hasHeading: true,
            cell: ({ besluittype }) => labelOfResultaat(zaak.zaaktype, besluittype),
            caption: ({ vanRechtswege }) => vanRechtswege && texts.vanRechtswege,
          },
          { name: texts.datum, cell: ({ datum }) => shortDate(datum) },
          {
            name: texts.bekendgemaakt,
            cell: ({ bekendmakingsdatum }) => shortDate(bekendmakingsdatum),
            caption: ({ terinzagedatum }) => terinzagedatum && texts.terInzage(shortDate(terinzagedatum)),
          },
          { name: texts.geldt, cell: (besluit) => <Geldt besluit={besluit} /> },
          { name: texts.rechtsmiddel, cell: (besluit) => <Rechtsmiddel besluit={besluit} today={today} /> },
        ]}
      />
    </section>
  )
}

function Geldt({ besluit }: { besluit: BesluitResource }) {
  const { ingangsdatum, vervaldatum, vervalreden, intrekking } = besluit
  return (
    <>
      {ingangsdatum && texts.vanaf(shortDate(ingangsdatum))}
      {vervaldatum && <span className="staff-caption">{texts.nietMeer(shortDate(vervaldatum))}</span>}
      {vervalreden && !isVanKracht(besluit) && <span className="staff-caption">{texts.vervalreden[vervalreden]}</span>}
      {intrekking && <span className="staff-caption">{texts.intrekking(shortDate(intrekking.datum))}</span>}
    </>
  )
}

function Rechtsmiddel({ besluit, today }: { besluit: BesluitResource; today: string }) {
  const [reactie] = reactiesOf([besluit])
  if (!reactie) return <span className="zb-soft">{texts.geen}</span>
  const { soort, tegen, uiterlijk } = reactie
  const t = texts[soort]
  return (
    <>
      {(uiterlijk < today ? t.kon : t.kan)(shortDate(uiterlijk))}
      {tegen === 'intrekking' && <span className="staff-caption">{texts.tegenIntrekking}</span>}
    </>
  )
}
