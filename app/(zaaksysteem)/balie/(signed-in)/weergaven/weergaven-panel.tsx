'use client'

import type { ReactNode } from 'react'
import { Form } from '#lib/ui/form/form.tsx'
import { Select } from '#lib/ui/form/select.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { submitVerrichting } from '../verrichtingen/perform-verrichting.ts'
import type { WerkvoorraadList } from '../werkvoorraad-filter.ts'

const { weergaven } = werkvoorraad

/**
 * The weergaven, and a form that saves the current list as one. It opens to show the answer, without
 * JavaScript too.
 */
export function WeergavenPanel({
  verrichting,
  list,
  vraag,
  team,
  children,
}: {
  verrichting: string
  list: WerkvoorraadList
  vraag: string
  team: string
  children: ReactNode
}) {
  const form = useForm(submitVerrichting)
  return (
    <details className="balie-weergaven" open={form.answer !== undefined || form.errors.length > 0}>
      <summary>{weergaven.titel}</summary>
      {children}
      <Heading level={2} id="weergave-titel">
        {weergaven.bewaar}
      </Heading>
      <StatusMessage text={form.answer && weergaven.gelukt} of={form.said} />
      <Paragraph soft>{weergaven.uitleg}</Paragraph>
      <Form
        form={form}
        hidden={{ verrichting, lijst: list, vraag }}
        errorTitle={weergaven.fout.titel}
        aria-labelledby="weergave-titel"
      >
        <div className="staff-line">
          <TextField {...form.field('naam', weergaven)} />
          {team && (
            <Select
              {...form.field('voor')}
              label={weergaven.voorWie}
              options={[
                { value: '', label: weergaven.voorMij },
                { value: 'team', label: weergaven.voorTeam(team) },
              ]}
            />
          )}
          <SubmitButton appearance="secondary" busy={weergaven.bezig}>
            {weergaven.knop}
          </SubmitButton>
        </div>
      </Form>
    </details>
  )
}
