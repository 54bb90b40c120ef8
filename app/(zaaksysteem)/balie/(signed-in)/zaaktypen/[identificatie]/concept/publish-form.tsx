'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { labelled, type Veld } from '#lib/ui/form/labels.ts'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { TextList } from '#lib/ui/text/heading.tsx'
import { zaaktypen } from '#lib/ui/texts/balie/zaaktypen.ts'
import { datumOfVandaag } from '#lib/zaaksysteem/zaak/handelingen/velden.ts'
import { Velden } from '../../../velden.tsx'
import { submitVerrichting } from '../../../verrichtingen/perform-verrichting.ts'

const { voorvertoning: texts, fout } = zaaktypen

type Props = {
  hidden: Record<string, string | number>
  /** `yyyy-mm-dd` */
  vandaag: string
  /** changes of terms that may be typing errors, in words */
  grote: readonly string[]
  backHref: string
}

/** The start date of the new version, and confirmation of large changes of terms. */
export function PublishForm({ hidden, vandaag, grote, backHref }: Props) {
  const form = useForm(submitVerrichting)
  const bevestigen: Veld = { soort: 'vinkje', name: 'bevestigd', label: texts.bevestig, value: false }
  return (
    <Form form={form} hidden={hidden} errorTitle={fout.nietVastgesteld}>
      <Velden velden={[datumOfVandaag(vandaag, labelled(texts, 'geldigVanaf'))]} form={form} />
      {grote.length > 0 && (
        <>
          <p>{texts.grootUitleg}</p>
          <TextList items={grote} />
          <Velden velden={[bevestigen]} form={form} />
        </>
      )}
      <FormButtons label={texts.knop} backHref={backHref} />
    </Form>
  )
}
