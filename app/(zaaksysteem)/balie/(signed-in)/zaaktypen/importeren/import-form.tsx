'use client'

import { Form } from '#lib/ui/form/form.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { zaaktypen } from '#lib/ui/texts/balie/zaaktypen.ts'
import { ZAAKTYPEN } from '../../paths.ts'
import { importZaaktypeAction } from './import-zaaktype-action.ts'

const { importeren: texts } = zaaktypen

export function ImportForm() {
  const form = useForm(importZaaktypeAction)
  return (
    <Form form={form} errorTitle={texts.fout.titel}>
      <TextField
        {...form.field('bestanden')}
        type="file"
        multiple
        accept="application/json,.json"
        label={texts.bestanden}
        hint={texts.bestandenHint}
      />
      <TextField
        {...form.field('identificatie')}
        label={zaaktypen.zaaktypecode}
        hint={texts.codeHint}
        optional={handelingen.magLeeg}
        autoComplete="off"
      />
      <FormButtons label={texts.knop} backHref={ZAAKTYPEN} />
    </Form>
  )
}
