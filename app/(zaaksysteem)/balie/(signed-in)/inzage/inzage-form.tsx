'use client'

import { Button } from '#lib/ui/form/button.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { DigitsField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { CellsTable } from '#lib/ui/staff/list/cells-table.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { betrokkene } from '#lib/ui/texts/balie/betrokkene.ts'
import { INZAGE_BESTAND } from '../paths.ts'
import { inzageAction } from './inzage-action.ts'

const { inzage: texts, fout } = betrokkene

export function InzageForm() {
  const form = useForm(inzageAction)
  const { field, answer } = form
  return (
    <>
      <Form form={form} errorTitle={fout.titel} className="staff-form staff-narrow">
        <Card>
          <DigitsField {...field('bsn', betrokkene)} />
          <SubmitButton busy={texts.bezig}>{texts.knop}</SubmitButton>
        </Card>
      </Form>
      {answer && (
        <section aria-label={texts.regels}>
          <p role="status" {...form.answered}>
            {answer.totaal === 0 ? texts.geen : texts.gevonden(answer.totaal)}
          </p>
          {answer.isCut && <Paragraph soft>{texts.teVeel(answer.totaal)}</Paragraph>}
          {answer.totaal > answer.regels.length && <Paragraph soft>{texts.hoogstens(answer.regels.length)}</Paragraph>}
          <Paragraph soft>{texts.nietErbij}</Paragraph>
          {answer.totaal > 0 && (
            <>
              <form method="post" action={INZAGE_BESTAND} className="balie-inzage-bestand">
                <input type="hidden" name="bsn" value={answer.bsn} />
                <Button appearance="secondary">{texts.bewaar}</Button>
              </form>
              <CellsTable
                label={texts.regels}
                headings={Object.values(texts.kolom).map((name) => ({ name, hasHeading: true }))}
                rows={answer.regels.map(({ wanneer, wie, wat, waarom, zaak }, key) => ({
                  key,
                  cells: [wanneer, wie, wat, waarom, zaak],
                }))}
              />
            </>
          )}
        </section>
      )}
    </>
  )
}
