'use client'

import type { Contentmodus, Protocol } from '#lib/contract/abonnement-resource.ts'
import { CheckboxList, RadioCards } from '#lib/ui/form/choices.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import type { Entered, FormAction } from '#lib/ui/form/form-state.ts'
import type { Option } from '#lib/ui/form/labels.ts'
import { DigitsField, TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import { type UsedForm, useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import type { Toegangsoort } from '#lib/zaaksysteem/generated/enums.ts'
import { ABONNEMENTEN } from '../paths.ts'
import { type SavedAbonnement, SavedAbonnementMessage } from './saved-abonnement.tsx'
import { ToegangFields } from './toegang-fields.tsx'

const { formulier } = abonnementen

const METHODS = Object.entries(formulier.credentialtypes).map(([value, { titel, uitleg }]) => ({
  value,
  title: titel,
  description: uitleg,
}))

/**
 * With `abonnementId` the form changes that abonnement, without fields for its immutable sink and
 * credentialtype.
 */
export function AbonnementForm({
  action,
  abonnementId,
  protocol,
  initial,
  modes,
  toegang = [],
  eventTypes,
  zaaktypen,
  statussen,
  backHref,
}: {
  action: FormAction<SavedAbonnement>
  abonnementId?: string
  protocol: Protocol
  initial: Entered
  /** the modes that the protocol allows, and the credentialtype where that is immutable */
  modes: readonly Contentmodus[]
  /** the access already configured */
  toegang?: readonly Toegangsoort[]
  eventTypes: readonly Option[]
  zaaktypen: readonly Option[]
  statussen: readonly Option[]
  backHref: string
}) {
  const form = useForm(action, { initial })
  const { field, list } = form
  if (form.answer) return <SavedAbonnementMessage saved={form.answer} answered={form.answered} />

  const isNew = abonnementId === undefined
  return (
    <>
      <Heading level={1}>{isNew ? formulier.nieuw : formulier.wijzig}</Heading>
      {isNew && <ProtocolChoice protocol={protocol} />}
      <Form
        form={form}
        hidden={isNew ? { protocol } : { abonnementId }}
        errorTitle={abonnementen.fout.titel}
        className="staff-form balie-settings-form"
      >
        <Card title={formulier.ontvanger}>
          <TextField {...field('naam', formulier)} autoComplete="off" />
          {isNew && protocol === 'NATS' && <NatsFields field={field} />}
          {isNew && protocol === 'HTTP' && <TextField {...field('sink', formulier)} type="url" autoComplete="off" />}
          <TextField {...field('contact', formulier)} type="email" optional={formulier.magLeeg} autoComplete="off" />
          {!isNew && protocol === 'NATS' && <NewSecretField field={field} />}
        </Card>
        <Card title={formulier.wat}>
          <CheckboxList {...list('types', formulier)} options={eventTypes} />
          <CheckboxList {...list('zaaktypen', formulier)} options={zaaktypen} />
          <CheckboxList {...list('statussen', formulier)} options={statussen} />
        </Card>
        {isNew && protocol === 'HTTP' && (
          <Card>
            <RadioCards {...field('credentialtype')} legend={formulier.credentialtype} cards={METHODS} />
          </Card>
        )}
        {protocol === 'HTTP' && (
          <ToegangFields
            field={field}
            list={list}
            isNew={isNew}
            isOpen={toegang.length > 0 || form.errors.length > 0}
            present={toegang}
          />
        )}
        <MoreSettings field={field} modes={modes} isNew={isNew} isOpen={!isNew || form.errors.length > 0} />
        {!isNew && <Paragraph soft>{protocol === 'NATS' ? formulier.vastNats : formulier.vast}</Paragraph>}
        <FormButtons label={isNew ? formulier.knopNieuw : formulier.knopWijzig} backHref={backHref} />
      </Form>
    </>
  )
}

/** A link instead of a field, so that the form has one protocol's fields without JavaScript too. */
function ProtocolChoice({ protocol }: { protocol: Protocol }) {
  const isNats = protocol === 'NATS'
  return (
    <Paragraph>
      {isNats ? formulier.overNats : formulier.overHttp}{' '}
      <Link href={`${ABONNEMENTEN}/nieuw${isNats ? '' : '?protocol=NATS'}`}>
        {isNats ? formulier.liever.HTTP : formulier.liever.NATS}
      </Link>
    </Paragraph>
  )
}

/** The address of the stream, and the credentials. */
function NatsFields({ field }: Pick<UsedForm, 'field'>) {
  return (
    <>
      <TextField {...field('sink')} label={formulier.server} hint={formulier.serverHint} autoComplete="off" />
      <TextField {...field('subject', formulier)} autoComplete="off" />
      <TextField {...field('stream', formulier)} optional={formulier.magLeeg} autoComplete="off" />
      <TextField {...field('identifier', formulier)} autoComplete="off" />
      <TextField {...field('secret', formulier)} type="password" autoComplete="new-password" />
    </>
  )
}

/** Replaces the present secret, which is never shown. */
function NewSecretField({ field }: Pick<UsedForm, 'field'>) {
  return (
    <TextField
      {...field('secret')}
      type="password"
      label={formulier.nieuwSecret}
      optional={formulier.magLeeg}
      hint={formulier.nieuwSecretHint}
      autoComplete="new-password"
    />
  )
}

const cardOf = (value: Contentmodus) => {
  const { titel, uitleg } = formulier.contentmodi[value]
  return { value, title: titel, description: uitleg }
}

/** Settings whose defaults fit most receivers, collapsed. */
function MoreSettings({
  field,
  modes,
  isNew,
  isOpen,
}: Pick<UsedForm, 'field'> & { modes: readonly Contentmodus[]; isNew: boolean; isOpen: boolean }) {
  return (
    <details className="zb-card staff-disclosure" open={isOpen}>
      <summary>{formulier.meer}</summary>
      <RadioCards
        {...field('contentmodus')}
        legend={formulier.contentmodus}
        hint={isNew ? undefined : formulier.contentmodusHint}
        cards={modes.map(cardOf)}
      />
      <TextField {...field('herhaalschema', formulier)} optional={formulier.magLeeg} autoComplete="off" />
      <DigitsField
        {...field('maxGelijktijdig')}
        label={formulier.gelijktijdig}
        hint={formulier.gelijktijdigHint}
        size={6}
      />
      <TextArea {...field('filters', formulier)} optional={formulier.magLeeg} spellCheck={false} autoComplete="off" />
    </details>
  )
}
