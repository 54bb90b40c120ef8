import type { ComponentProps } from 'react'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { VeldenForm } from '../velden-form.tsx'
import { performVerrichting, submitVerrichting } from './perform-verrichting.ts'
import type { Verrichting } from './verrichting.ts'

type Of<Form> = Omit<Form, 'action' | 'errorTitle'> & { verrichting: Verrichting; errorTitle?: string }

/** The form of a verrichting, with the errors at its fields. */
export function VerrichtingForm({
  verrichting,
  fields,
  errorTitle = balie.fout.titel,
  ...form
}: Of<ComponentProps<typeof VeldenForm>>) {
  return (
    <VeldenForm
      {...form}
      action={submitVerrichting}
      fields={{ verrichting: verrichting.naam, ...fields }}
      errorTitle={errorTitle}
    />
  )
}

/** The form of a verrichting without visible fields, around its button. */
export function PressForm({ verrichting, fields, ...form }: Of<ComponentProps<typeof PostForm>>) {
  return <PostForm {...form} action={performVerrichting} fields={{ verrichting: verrichting.naam, ...fields }} />
}
