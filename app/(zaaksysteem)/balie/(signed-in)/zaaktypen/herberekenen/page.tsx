import type { Metadata } from 'next'
import { Select } from '#lib/ui/form/select.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { type Column, Table } from '#lib/ui/staff/list/table.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { exactMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { herberekenen as texts } from '#lib/ui/texts/balie/beheer/herberekenen.ts'
import { zaaktypen as zaaktypeTexts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { staff } from '#lib/ui/texts/staff.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { findHerberekeningen, type Herberekening } from '#lib/zaaksysteem/zaak/herberekening/find-herberekeningen.ts'
import { herberekeningPath, ZAAKTYPEN } from '../../paths.ts'
import { PressForm } from '../../verrichtingen/verrichting-form.tsx'
import { herberekeningAanvragen } from './herberekening-verrichtingen.ts'
import { standOf } from './stand-of.ts'

const COLUMNS: Column<Herberekening>[] = [
  {
    name: texts.kolom.wanneer,
    cell: ({ id, aangevraagdOp }) => <Link href={herberekeningPath(id)}>{exactMoment(aangevraagdOp)}</Link>,
    caption: ({ doorNaam }) => doorNaam,
  },
  { name: texts.kolom.wat, cell: ({ zaaktype, naarVersie }) => texts.welke(zaaktype, naarVersie) },
  { name: texts.kolom.gevonden, cell: ({ gevonden }) => gevonden },
  { name: texts.kolom.stand, cell: (herberekening) => texts.stand[standOf(herberekening)] },
]

export const metadata: Metadata = { title: texts.titel }

export default async function HerberekenenPage() {
  await requireBeheerder()
  const ctx = zaaksysteem()
  const [zaaktypen, herberekeningen] = await Promise.all([findZaaktypen(ctx), findHerberekeningen(ctx)])
  const options = zaaktypen.flatMap(({ identificatie, versie, omschrijving: { nl } }) => [
    { value: identificatie, label: texts.metEigen(nl) },
    ...(versie > 1 ? [{ value: `${identificatie} ${versie}`, label: texts.metNieuwste(nl, versie) }] : []),
  ])
  return (
    <>
      <Breadcrumb items={[{ href: ZAAKTYPEN, text: zaaktypeTexts.titel }]} current={texts.titel} />
      <Heading level={1}>{texts.titel}</Heading>
      {texts.uitleg.map((sentence) => (
        <Paragraph key={sentence} soft>
          {sentence}
        </Paragraph>
      ))}
      <Card isNarrow>
        <PressForm verrichting={herberekeningAanvragen}>
          <Select
            name="wat"
            label={texts.zaaktype}
            hint={texts.zaaktypeHint}
            options={[{ value: '', label: texts.alle }, ...options]}
          />
          <div className="staff-buttons">
            <SubmitButton busy={staff.bezig}>{texts.zoek}</SubmitButton>
          </div>
        </PressForm>
      </Card>
      {herberekeningen.length > 0 && (
        <section className="staff-block">
          <Heading level={2}>{texts.eerder}</Heading>
          <Table label={texts.eerder} columns={COLUMNS} rows={herberekeningen} keyOf={({ id }) => id} />
        </section>
      )}
    </>
  )
}
