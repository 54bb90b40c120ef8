'use client'

import { useState } from 'react'
import { Form } from '#lib/ui/form/form.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { zaaktypen } from '#lib/ui/texts/balie/zaaktypen.ts'
import { ZAAKTYPEN } from '../../paths.ts'
import { importZaaktypeAction } from '../zaaktype-actions.ts'

const { importeren: texts } = zaaktypen

/**
 * @param mostBytes upper limit of all files together; the server reads nothing of a larger request and cannot
 * explain
 */
export function ImportForm({ mostBytes }: { mostBytes: number }) {
  const form = useForm(importZaaktypeAction)
  const [isTooLarge, setIsTooLarge] = useState(false)
  const bestanden = form.field('bestanden')
  return (
    <Form form={form} errorTitle={texts.fout.titel}>
      <TextField
        {...bestanden}
        error={isTooLarge ? texts.fout.too_large('') : bestanden.error}
        type="file"
        multiple
        accept="application/json,.json"
        label={texts.bestanden}
        hint={texts.bestandenHint}
        onChange={({ target }) => {
          const size = [...(target.files ?? [])].reduce((sum, file) => sum + file.size, 0)
          setIsTooLarge(size > mostBytes)
          if (size > mostBytes) target.value = ''
        }}
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
