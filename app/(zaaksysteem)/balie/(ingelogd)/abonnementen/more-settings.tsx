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

/** What most abonnementen leave as it is. */
export function MoreSettings({
  ingevuld,
  fout,
  modi,
  isNieuw,
  isOpen,
}: {
  ingevuld: Entered
  fout: (name: keyof Entered) => string | undefined
  modi: readonly Contentmodus[]
  isNieuw: boolean
  isOpen: boolean
}) {
  return (
    <details className="zb-card balie-uitklap" open={isOpen}>
      <summary>{formulier.meer}</summary>
      <RadioCards
        name="contentmodus"
        legend={formulier.contentmodus}
        hint={isNieuw ? undefined : formulier.contentmodusHint}
        cards={modi.map(cardOf)}
        defaultValue={ingevuld.contentmodus}
        error={fout('contentmodus')}
      />
      <TextField
        name="herhaalschema"
        label={formulier.herhaalschema}
        optional={formulier.magLeeg}
        hint={formulier.herhaalschemaHint}
        defaultValue={ingevuld.herhaalschema}
        error={fout('herhaalschema')}
        autoComplete="off"
      />
      <TextField
        name="maxGelijktijdig"
        label={formulier.gelijktijdig}
        hint={formulier.gelijktijdigHint}
        inputMode="numeric"
        size={6}
        defaultValue={ingevuld.maxGelijktijdig}
        error={fout('maxGelijktijdig')}
        autoComplete="off"
      />
      <TextArea
        name="filters"
        label={formulier.filters}
        optional={formulier.magLeeg}
        hint={formulier.filtersHint}
        defaultValue={ingevuld.filters}
        error={fout('filters')}
        spellCheck={false}
        autoComplete="off"
      />
    </details>
  )
}
