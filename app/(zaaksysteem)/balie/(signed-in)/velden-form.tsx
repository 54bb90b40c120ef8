'use client'

import type { ComponentProps } from 'react'
import { Form } from '#lib/ui/form/form.tsx'
import type { FormAction } from '#lib/ui/form/form-state.ts'
import type { Veld } from '#lib/ui/form/labels.ts'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { Velden } from './velden.tsx'

type Props = ComponentProps<typeof FormButtons> & {
  action: FormAction<unknown>
  fields?: Record<string, string | number>
  errorTitle: string
  /** false omits a field */
  velden?: readonly (Veld | false)[]
}

/**
 * A form of fields, a submit button and a cancel link.
 *
 * @param props.fields hidden fields
 */
export function VeldenForm({ action, fields, errorTitle, velden = [], ...buttons }: Props) {
  const form = useForm(action)
  return (
    <Form form={form} hidden={fields} errorTitle={errorTitle}>
      <Velden velden={velden.filter((veld) => veld !== false)} form={form} />
      <FormButtons {...buttons} />
    </Form>
  )
}
