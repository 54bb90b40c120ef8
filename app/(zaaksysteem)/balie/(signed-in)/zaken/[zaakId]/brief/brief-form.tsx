'use client'

import { Button } from '#lib/ui/form/button.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { brief as texts } from '#lib/ui/texts/balie/betrokkene.ts'
import { briefPdfPath } from '../../../paths.ts'
import { Standaardteksten } from '../standaardteksten.tsx'
import type { EditableZaak } from '../to-editable-zaak.ts'
import { addBriefAction } from '../zaak-actions.ts'
import type { rondomBrief } from './brief-blokken.ts'
import type { Brieftekst } from './nieuws-als-brief.ts'

type Props = {
  zaakId: string
  nieuws: Brieftekst
  teksten: EditableZaak['teksten']
  rondom: ReturnType<typeof rondomBrief>
}

/** The letter with its text fields in place. The preview opens in a tab of its own. */
export function BriefForm({ zaakId, nieuws, teksten, rondom }: Props) {
  const form = useForm(addBriefAction, { initial: nieuws })
  const { afzender, adres, kenmerken, aanhef, vragen, groet } = rondom
  return (
    <Form form={form} hidden={{ zaakId }} errorTitle={texts.fout.titel}>
      <Standaardteksten teksten={teksten} bij="bericht" veld="tekst" />
      <Regels regels={afzender} />
      <Regels regels={adres} />
      <Regels regels={kenmerken} />
      <TextField {...form.field('kop', texts)} autoComplete="off" />
      <Paragraph>{aanhef}</Paragraph>
      <TextArea {...form.field('tekst', texts)} rows={12} />
      <Paragraph>{vragen}</Paragraph>
      <Regels regels={groet} />
      <div className="staff-buttons">
        <Button appearance="secondary" formAction={briefPdfPath(zaakId)} formMethod="post" formTarget="_blank">
          {texts.pdf}
        </Button>
        <SubmitButton busy={texts.bezig}>{texts.voegToe}</SubmitButton>
      </div>
    </Form>
  )
}

const Regels = ({ regels }: { regels: readonly string[] }) => (
  <Paragraph className="balie-regels">{regels.join('\n')}</Paragraph>
)
