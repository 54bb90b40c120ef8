'use client'

import { Fragment, useActionState, useEffect, useRef } from 'react'
import type { Contentmodus } from '#lib/contract/abonnement-resource.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { FormErrors } from '#lib/ui/form/form-errors.tsx'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { CheckboxList, type Choice } from '#lib/ui/staff/checkbox-list.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { type Entered, INITIAL, type SaveAction } from './form-state.ts'
import { MoreSettings } from './more-settings.tsx'
import { SavedAbonnement } from './saved-abonnement.tsx'

const { formulier } = abonnementen

const METHODEN = Object.entries(formulier.methoden).map(([value, { titel, uitleg }]) => ({
  value,
  title: titel,
  description: uitleg,
}))

/** The form of a new abonnement, and of one that exists: then `abonnementId` is given and part of it lies fixed. */
export function AbonnementForm({
  action,
  abonnementId,
  begin,
  modi,
  soorten,
  zaaktypen,
  terug,
}: {
  action: SaveAction
  abonnementId?: string
  begin: Entered
  /** those that go with the credentialtype, where that lies fixed */
  modi: readonly Contentmodus[]
  soorten: readonly Choice[]
  zaaktypen: readonly Choice[]
  terug: string
}) {
  const [uitslag, opslaan, bezig] = useActionState(action, INITIAL)
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (uitslag.soort === 'ongeldig') ref.current?.querySelector<HTMLElement>('[role="alert"] a')?.focus()
    if (uitslag.soort === 'opgeslagen') ref.current?.querySelector<HTMLElement>('h1')?.focus()
  }, [uitslag])

  if (uitslag.soort === 'opgeslagen') {
    return (
      <div ref={ref}>
        <SavedAbonnement opgeslagen={uitslag} />
      </div>
    )
  }
  const fouten = uitslag.soort === 'ongeldig' ? uitslag.fouten : []
  const ingevuld = uitslag.soort === 'ongeldig' ? uitslag.ingevuld : begin
  const fout = (name: keyof Entered) => fouten.find((f) => f.name === name)?.text
  const isNieuw = abonnementId === undefined
  return (
    <div ref={ref}>
      <Heading level={1}>{isNieuw ? formulier.nieuw : formulier.wijzig}</Heading>
      <form
        action={opslaan}
        onSubmit={(event) => bezig && event.preventDefault()}
        className="balie-abonnementformulier"
        aria-busy={bezig}
        noValidate
      >
        <FormErrors title={abonnementen.fout.titel} errors={fouten} />
        {abonnementId && <input type="hidden" name="abonnementId" value={abonnementId} />}
        <Fragment key={uitslag.poging}>
          <section className="zb-card">
            <Heading level={2}>{formulier.ontvanger}</Heading>
            <TextField
              name="naam"
              label={formulier.naam}
              hint={formulier.naamHint}
              defaultValue={ingevuld.naam}
              error={fout('naam')}
              autoComplete="off"
            />
            {isNieuw && (
              <TextField
                name="sink"
                type="url"
                label={formulier.sink}
                hint={formulier.sinkHint}
                defaultValue={ingevuld.sink}
                error={fout('sink')}
                autoComplete="off"
              />
            )}
            <TextField
              name="contact"
              type="email"
              label={formulier.contact}
              optional={formulier.magLeeg}
              hint={formulier.contactHint}
              defaultValue={ingevuld.contact}
              error={fout('contact')}
              autoComplete="off"
            />
          </section>
          <section className="zb-card">
            <Heading level={2}>{formulier.wat}</Heading>
            <CheckboxList
              name="types"
              legend={formulier.types}
              hint={formulier.typesHint}
              choices={soorten}
              chosen={ingevuld.types}
              error={fout('types')}
            />
            <CheckboxList
              name="zaaktypen"
              legend={formulier.zaaktypen}
              hint={formulier.zaaktypenHint}
              choices={zaaktypen}
              chosen={ingevuld.zaaktypen}
              error={fout('zaaktypen')}
            />
          </section>
          {isNieuw && (
            <section className="zb-card">
              <RadioCards
                name="credentialtype"
                legend={formulier.methode}
                cards={METHODEN}
                defaultValue={ingevuld.credentialtype}
                error={fout('credentialtype')}
              />
            </section>
          )}
          <MoreSettings
            ingevuld={ingevuld}
            fout={fout}
            modi={modi}
            isNieuw={isNieuw}
            isOpen={!isNieuw || fouten.length > 0}
          />
        </Fragment>
        {!isNieuw && <Paragraph soft>{formulier.vast}</Paragraph>}
        <div className="balie-knoppen">
          <Button>{bezig ? formulier.bezig : isNieuw ? formulier.knopNieuw : formulier.knopWijzig}</Button>
          <Link href={terug}>{formulier.annuleren}</Link>
        </div>
      </form>
    </div>
  )
}
