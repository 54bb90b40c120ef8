'use client'

import { Fragment, useActionState, useEffect, useRef } from 'react'
import type { Contentmodus, Protocol } from '#lib/contract/abonnement-resource.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { CheckboxList } from '#lib/ui/form/checkbox-list.tsx'
import { FormErrors } from '#lib/ui/form/form-errors.tsx'
import type { Option } from '#lib/ui/form/form-field.tsx'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { type Entered, INITIAL, type SaveAction } from './form-state.ts'
import { MoreSettings } from './more-settings.tsx'
import { NatsFields, NewSecretField, ProtocolChoice } from './nats-fields.tsx'
import { SavedAbonnement } from './saved-abonnement.tsx'

const { formulier } = abonnementen

const METHODS = Object.entries(formulier.credentialtypes).map(([value, { titel, uitleg }]) => ({
  value,
  title: titel,
  description: uitleg,
}))

/** With `abonnementId` the form changes that abonnement: its sink and credentialtype cannot change, so it has no fields for them. */
export function AbonnementForm({
  action,
  abonnementId,
  protocol,
  initial,
  modes,
  eventTypes,
  zaaktypen,
  backHref,
}: {
  action: SaveAction
  abonnementId?: string
  protocol: Protocol
  initial: Entered
  /** those that the protocol allows, and the credentialtype where that cannot change any more */
  modes: readonly Contentmodus[]
  eventTypes: readonly Option[]
  zaaktypen: readonly Option[]
  backHref: string
}) {
  const [state, save, isPending] = useActionState(action, INITIAL)
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.kind === 'invalid') ref.current?.querySelector<HTMLElement>('[role="alert"] a')?.focus()
    if (state.kind === 'saved') ref.current?.querySelector<HTMLElement>('h1')?.focus()
  }, [state])

  if (state.kind === 'saved') {
    return (
      <div ref={ref}>
        <SavedAbonnement saved={state} />
      </div>
    )
  }
  const errors = state.kind === 'invalid' ? state.errors : []
  const entered = state.kind === 'invalid' ? state.entered : initial
  const errorOf = (name: keyof Entered) => errors.find((error) => error.name === name)?.text
  const isNew = abonnementId === undefined
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
        {isNew && <ProtocolChoice protocol={protocol} />}
        <FormErrors title={abonnementen.fout.titel} errors={errors} />
        {abonnementId && <input type="hidden" name="abonnementId" value={abonnementId} />}
        <Fragment key={state.round}>
          <section className="zb-card">
            <Heading level={2}>{formulier.ontvanger}</Heading>
            <TextField
              name="naam"
              label={formulier.naam}
              hint={formulier.naamHint}
              defaultValue={entered.naam}
              error={errorOf('naam')}
              autoComplete="off"
            />
            {isNew && protocol === 'NATS' && <NatsFields entered={entered} errorOf={errorOf} />}
            {isNew && protocol === 'HTTP' && (
              <TextField
                name="sink"
                type="url"
                label={formulier.sink}
                hint={formulier.sinkHint}
                defaultValue={entered.sink}
                error={errorOf('sink')}
                autoComplete="off"
              />
            )}
            <TextField
              name="contact"
              type="email"
              label={formulier.contact}
              optional={formulier.magLeeg}
              hint={formulier.contactHint}
              defaultValue={entered.contact}
              error={errorOf('contact')}
              autoComplete="off"
            />
            {!isNew && protocol === 'NATS' && <NewSecretField error={errorOf('secret')} />}
          </section>
          <section className="zb-card">
            <Heading level={2}>{formulier.wat}</Heading>
            <CheckboxList
              name="types"
              legend={formulier.types}
              hint={formulier.typesHint}
              options={eventTypes}
              chosen={entered.types}
              error={errorOf('types')}
            />
            <CheckboxList
              name="zaaktypen"
              legend={formulier.zaaktypen}
              hint={formulier.zaaktypenHint}
              options={zaaktypen}
              chosen={entered.zaaktypen}
              error={errorOf('zaaktypen')}
            />
          </section>
          {isNew && protocol === 'HTTP' && (
            <section className="zb-card">
              <RadioCards
                name="credentialtype"
                legend={formulier.credentialtype}
                cards={METHODS}
                defaultValue={entered.credentialtype}
                error={errorOf('credentialtype')}
              />
            </section>
          )}
          <MoreSettings
            entered={entered}
            errorOf={errorOf}
            modes={modes}
            isNew={isNew}
            isOpen={!isNew || errors.length > 0}
          />
        </Fragment>
        {!isNew && <Paragraph soft>{protocol === 'NATS' ? formulier.vastNats : formulier.vast}</Paragraph>}
        <div className="staff-buttons">
          <Button>{isPending ? formulier.bezig : isNew ? formulier.knopNieuw : formulier.knopWijzig}</Button>
          <Link href={backHref}>{formulier.annuleren}</Link>
        </div>
      </form>
    </div>
  )
}
