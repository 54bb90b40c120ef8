import type { Contentmodus } from '#lib/contract/abonnement-resource.ts'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { DigitsField, TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import type { UsedForm } from '#lib/ui/form/use-form.ts'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'

const { formulier } = abonnementen

const cardOf = (value: Contentmodus) => {
  const { titel, uitleg } = formulier.contentmodi[value]
  return { value, title: titel, description: uitleg }
}

/** Settings whose defaults fit most receivers, collapsed. */
export function MoreSettings({
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
