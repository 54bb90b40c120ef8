'use client'

import { Fragment, type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { FormErrors } from '#lib/ui/form/form-errors.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { Conflict } from './conflict.tsx'
import type { EditableZaak } from './editable-zaak.ts'
import { type Entered, enteredOf, errorsOf, type FormState, INITIAL, type SaveAction } from './form-state.ts'

type Props = {
  action: SaveAction
  zaak: EditableZaak
  /** whether a zaak can be changed like this; what was typed stays in sight also when it no longer can */
  mogelijk: (zaak: EditableZaak) => boolean
  titel: string
  gelukt: string
  knop: string
  onInput?: (form: HTMLFormElement, zaak: EditableZaak) => void
  /** the fields, for the zaak as it was looked at */
  children: (zaak: EditableZaak, ingevuld: Entered, fout: (name: keyof Entered) => string | undefined) => ReactNode
}

/** One form about a zaak: saves, and says what came of it. Works without JavaScript. */
export function ZaakForm({ action, zaak, mogelijk, titel, gelukt, knop, onInput, children }: Props) {
  const [uitslag, opslaan, bezig] = useActionState(action, INITIAL)
  const gezien = useSeenZaak(zaak, uitslag, mogelijk)
  const ref = useRef<HTMLElement>(null)

  useEffect(() => {
    const focus = (selector: string) => ref.current?.querySelector<HTMLElement>(selector)?.focus()
    if (uitslag.soort === 'ongeldig') focus('[role="alert"] a')
    if (uitslag.soort === 'conflict') focus('[data-conflict]')
    // saved from a field, which is new now
    if (uitslag.soort === 'opgeslagen' && document.activeElement === document.body) focus('[role="status"]')
  }, [uitslag])

  const fouten = errorsOf(uitslag)
  const ingevuld = enteredOf(uitslag)
  const isOpen = mogelijk(gezien)
  const isGelukt = uitslag.soort === 'opgeslagen' && uitslag.versie === zaak.versie
  const isIngehaald = isOpen && !bezig && zaak.versie > gezien.versie
  return (
    <section ref={ref} className="balie-formulier">
      <div role="status" tabIndex={-1}>
        {isGelukt && <Alert type="ok">{gelukt}</Alert>}
        {isIngehaald && <Alert type="warning">{balie.conflict.ingehaald}</Alert>}
      </div>
      {uitslag.soort === 'conflict' && <Conflict sindsdien={uitslag.sindsdien} mogelijk={isOpen} />}
      {!isOpen && ingevuld.toelichting && (
        <>
          <Heading level={3}>{balie.conflict.uwTekst}</Heading>
          <blockquote className="balie-tekst">{ingevuld.toelichting}</blockquote>
        </>
      )}
      {isOpen && (
        <form
          action={opslaan}
          onSubmit={(event) => bezig && event.preventDefault()}
          onInput={onInput && ((event) => onInput(event.currentTarget, gezien))}
          aria-busy={bezig}
        >
          <Heading level={2}>{titel}</Heading>
          <FormErrors title={balie.fout.titel} errors={fouten} />
          <input type="hidden" name="zaakId" value={gezien.id} />
          <input type="hidden" name="versie" value={gezien.versie} />
          <Fragment key={uitslag.poging}>
            {children(gezien, ingevuld, (name) => fouten.find((fout) => fout.name === name)?.text)}
          </Fragment>
          <Button>{bezig ? balie.wijzigen.bezig : knop}</Button>
        </form>
      )}
    </section>
  )
}

/**
 * The zaak as whoever fills in the form knows it. A change of somebody else that arrives meanwhile moves nothing under
 * their hands; saving then is a conflict, which tells what happened, and from there on it is known.
 */
function useSeenZaak(zaak: EditableZaak, uitslag: FormState, mogelijk: (zaak: EditableZaak) => boolean): EditableZaak {
  // without JavaScript the page is rendered anew, but its form still answers to the versie that was sent
  const begin = uitslag.soort === 'ongeldig' ? { ...zaak, versie: uitslag.versie } : zaak
  const [gezien, setGezien] = useState(begin)
  const isTold = uitslag.soort !== 'begin' && uitslag.versie >= zaak.versie
  if (zaak.versie > gezien.versie && (isTold || !mogelijk(gezien))) setGezien(zaak)
  return gezien
}
