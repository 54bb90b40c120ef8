'use client'

import { Fragment, useActionState, useEffect, useRef } from 'react'
import { Button, ButtonLink } from '#lib/ui/form/button.tsx'
import { CheckboxList } from '#lib/ui/form/checkbox-list.tsx'
import { FormErrors } from '#lib/ui/form/form-errors.tsx'
import type { Option } from '#lib/ui/form/form-field.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { ShownOnce } from '../shown-once.tsx'
import { type Entered, INITIAL, type SaveAction } from './form-state.ts'
import { apiClientPath } from './paths.ts'

const { formulier } = apiClients

/** With `clientId` the form changes that client, whose name lies fixed. */
export function ApiClientForm({
  action,
  clientId,
  initial,
  scopes,
  zaaktypen,
  eventTypes,
  backHref,
}: {
  action: SaveAction
  clientId?: string
  initial: Entered
  scopes: readonly Option[]
  zaaktypen: readonly Option[]
  eventTypes: readonly Option[]
  backHref: string
}) {
  const [state, save, isPending] = useActionState(action, INITIAL)
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.kind === 'invalid') ref.current?.querySelector<HTMLElement>('[role="alert"] a')?.focus()
    if (state.kind === 'created') ref.current?.querySelector<HTMLElement>('h1')?.focus()
  }, [state])

  if (state.kind === 'created') {
    return (
      <div ref={ref} className="staff-stack staff-narrow">
        <Heading level={1} tabIndex={-1}>
          {apiClients.token.opgeslagen(state.naam)}
        </Heading>
        <ShownOnce value={state.token} texts={apiClients.token} />
        <div>
          <ButtonLink href={apiClientPath(state.id)}>{apiClients.token.naar}</ButtonLink>
        </div>
      </div>
    )
  }
  const errors = state.kind === 'invalid' ? state.errors : []
  const entered = state.kind === 'invalid' ? state.entered : initial
  const errorOf = (name: keyof Entered) => errors.find((error) => error.name === name)?.text
  const isNew = clientId === undefined
  return (
    <div ref={ref}>
      <Heading level={1}>{isNew ? formulier.nieuw : formulier.wijzig}</Heading>
      <form
        action={save}
        onSubmit={(event) => isPending && event.preventDefault()}
        className="balie-abonnement-form"
        aria-busy={isPending}
        noValidate
      >
        <FormErrors title={apiClients.fout.titel} errors={errors} />
        {clientId && <input type="hidden" name="clientId" value={clientId} />}
        <Fragment key={state.round}>
          <section className="zb-card">
            <Heading level={2}>{formulier.wie}</Heading>
            {isNew && (
              <TextField
                name="naam"
                label={formulier.naam}
                hint={formulier.naamHint}
                defaultValue={entered.naam}
                error={errorOf('naam')}
                autoComplete="off"
                autoCapitalize="none"
              />
            )}
            <TextField
              name="contact"
              type="email"
              label={formulier.contact}
              hint={formulier.contactHint}
              defaultValue={entered.contact}
              error={errorOf('contact')}
              autoComplete="off"
            />
            <TextField
              name="verlooptOp"
              type="date"
              label={formulier.verlooptOp}
              hint={formulier.verlooptOpHint}
              defaultValue={entered.verlooptOp}
              error={errorOf('verlooptOp')}
            />
          </section>
          <section className="zb-card">
            <Heading level={2}>{formulier.rechten}</Heading>
            <CheckboxList
              name="scopes"
              legend={formulier.scopes}
              hint={formulier.scopesHint}
              options={scopes}
              chosen={entered.scopes}
              error={errorOf('scopes')}
            />
            <CheckboxList
              name="zaaktypen"
              legend={formulier.zaaktypen}
              hint={formulier.zaaktypenHint}
              options={zaaktypen}
              chosen={entered.zaaktypen}
              error={errorOf('zaaktypen')}
            />
            <CheckboxList
              name="types"
              legend={formulier.types}
              hint={formulier.typesHint}
              options={eventTypes}
              chosen={entered.types}
              error={errorOf('types')}
            />
          </section>
        </Fragment>
        {!isNew && <Paragraph soft>{formulier.gevolg}</Paragraph>}
        <div className="staff-buttons">
          <Button>{isPending ? formulier.bezig : isNew ? formulier.knopNieuw : formulier.knopWijzig}</Button>
          <Link href={backHref}>{formulier.annuleren}</Link>
        </div>
      </form>
    </div>
  )
}
