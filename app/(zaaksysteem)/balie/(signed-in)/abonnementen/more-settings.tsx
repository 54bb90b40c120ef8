import type { Contentmodus } from '#lib/contract/abonnement-resource.ts'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import type { Entered } from './form-state.ts'

const { formulier } = abonnementen

const cardOf = (value: Contentmodus) => {
  const { titel, uitleg } = formulier.contentmodi[value]
  return { value, title: titel, description: uitleg }
}

/** Settings whose defaults fit most receivers, folded away. */
export function MoreSettings({
  entered,
  errorOf,
  modes,
  isNew,
  isOpen,
}: {
  entered: Entered
  errorOf: (name: keyof Entered) => string | undefined
  modes: readonly Contentmodus[]
  isNew: boolean
  isOpen: boolean
}) {
  return (
    <details className="zb-card staff-disclosure" open={isOpen}>
      <summary>{formulier.meer}</summary>
      <RadioCards
        name="contentmodus"
        legend={formulier.contentmodus}
        hint={isNew ? undefined : formulier.contentmodusHint}
        cards={modes.map(cardOf)}
        defaultValue={entered.contentmodus}
        error={errorOf('contentmodus')}
      />
      <TextField
        name="herhaalschema"
        label={formulier.herhaalschema}
        optional={formulier.magLeeg}
        hint={formulier.herhaalschemaHint}
        defaultValue={entered.herhaalschema}
        error={errorOf('herhaalschema')}
        autoComplete="off"
      />
      <TextField
        name="maxGelijktijdig"
        label={formulier.gelijktijdig}
        hint={formulier.gelijktijdigHint}
        inputMode="numeric"
        size={6}
        defaultValue={entered.maxGelijktijdig}
        error={errorOf('maxGelijktijdig')}
        autoComplete="off"
      />
      <TextArea
        name="filters"
        label={formulier.filters}
        optional={formulier.magLeeg}
        hint={formulier.filtersHint}
        defaultValue={entered.filters}
        error={errorOf('filters')}
        spellCheck={false}
        autoComplete="off"
      />
    </details>
  )
}
