'use client'

import { ButtonLink } from '#lib/ui/form/button.tsx'
import { CheckboxList } from '#lib/ui/form/choices.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import type { Entered, FormAction } from '#lib/ui/form/form-state.ts'
import type { Option } from '#lib/ui/form/labels.ts'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { ShownOnce } from '#lib/ui/staff/rotate-form.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { apiClientPath } from '../paths.ts'

const { formulier } = apiClients

/** Only this answer shows the token. */
export type CreatedClient = { id: string; naam: string; token: string }

/** With `clientId` the form changes that client, whose name is immutable. */
export function ApiClientForm({
  action,
  clientId,
  initial,
  scopes,
  zaaktypen,
  eventTypes,
  backHref,
}: {
  action: FormAction<CreatedClient>
  clientId?: string
  initial: Entered
  scopes: readonly Option[]
  zaaktypen: readonly Option[]
  eventTypes: readonly Option[]
  backHref: string
}) {
  const form = useForm(action, { initial })
  if (form.answer) {
    const { id, naam, token } = form.answer
    return (
      <div className="staff-stack staff-narrow">
        <Heading level={1} {...form.answered}>
          {apiClients.opgeslagen(naam)}
        </Heading>
        <ShownOnce value={token} texts={apiClients.token} />
        <div>
          <ButtonLink href={apiClientPath(id)}>{apiClients.token.naar}</ButtonLink>
        </div>
      </div>
    )
  }
  const isNew = clientId === undefined
  return (
    <>
      <Heading level={1}>{isNew ? formulier.nieuw : formulier.wijzig}</Heading>
      <Form
        form={form}
        hidden={isNew ? {} : { clientId }}
        errorTitle={apiClients.fout.titel}
        className="staff-form balie-settings-form"
      >
        <Card title={formulier.wie}>
          {isNew && <TextField {...form.field('naam', formulier)} autoComplete="off" autoCapitalize="none" />}
          <TextField {...form.field('contact', formulier)} type="email" autoComplete="off" />
          <TextField {...form.field('verlooptOp', formulier)} type="date" />
        </Card>
        <Card title={formulier.rechten}>
          <CheckboxList {...form.list('scopes', formulier)} options={scopes} />
          <CheckboxList {...form.list('zaaktypen', formulier)} options={zaaktypen} />
          <CheckboxList {...form.list('types', formulier)} options={eventTypes} />
        </Card>
        {!isNew && <Paragraph soft>{formulier.gevolg}</Paragraph>}
        <FormButtons label={isNew ? formulier.knopNieuw : formulier.knopWijzig} backHref={backHref} />
      </Form>
    </>
  )
}
