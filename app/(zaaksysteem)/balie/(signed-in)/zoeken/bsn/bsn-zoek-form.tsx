'use client'

import { Form } from '#lib/ui/form/form.tsx'
import type { Option } from '#lib/ui/form/labels.ts'
import { Select } from '#lib/ui/form/select.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { DigitsField, TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { type Column, Table } from '#lib/ui/staff/list/table.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { betrokkene } from '#lib/ui/texts/balie/betrokkene.ts'
import type { ZaakOfBsn } from '#lib/zaaksysteem/zaak/betrokkene/find-zaken-of-bsn.ts'
import { zaakPath } from '../../paths.ts'
import { bsnZoekAction } from '../zoek-actions.ts'

const { zoeken: texts, fout } = betrokkene

export function BsnZoekForm({ doelen, hoogstens }: { doelen: readonly Option[]; hoogstens: number }) {
  const form = useForm(bsnZoekAction)
  const { field, answer: zaken } = form
  return (
    <>
      <Form form={form} errorTitle={fout.titel} className="staff-form staff-narrow">
        <Card>
          <DigitsField {...field('bsn', betrokkene)} />
          <Select {...field('doel', texts)} options={doelen} />
          <TextField {...field('toelichting', texts)} autoComplete="off" />
          <SubmitButton busy={texts.bezig}>{texts.knop}</SubmitButton>
        </Card>
      </Form>
      {zaken && (
        <section aria-label={texts.zaken}>
          <p role="status" {...form.answered}>
            {zaken.length > 0 ? texts.gevonden(zaken.length) : texts.geen}
          </p>
          {zaken.length === hoogstens && <Paragraph soft>{texts.hoogstens(hoogstens)}</Paragraph>}
          {zaken.length > 0 && <Table label={texts.zaken} columns={COLUMNS} rows={zaken} keyOf={({ id }) => id} />}
        </section>
      )}
    </>
  )
}

const COLUMNS: Column<ZaakOfBsn>[] = [
  {
    name: texts.kolom.zaak,
    cell: ({ id, omschrijving }) => <Link href={zaakPath(id)}>{omschrijving}</Link>,
    caption: ({ identificatie }) => <span className="zb-number">{identificatie}</span>,
  },
  { name: texts.kolom.zaaktype, hasHeading: true, cell: ({ zaaktypenaam }) => zaaktypenaam },
  { name: texts.kolom.status, hasHeading: true, cell: ({ statusnaam }) => statusnaam },
  { name: texts.kolom.ingediend, hasHeading: true, cell: ({ startdatum }) => shortDate(startdatum) },
  { name: texts.kolom.einde, hasHeading: true, cell: ({ einddatum }) => einddatum && shortDate(einddatum) },
]
