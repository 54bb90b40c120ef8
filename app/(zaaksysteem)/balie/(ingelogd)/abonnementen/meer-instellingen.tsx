import { RadioCards } from '#lib/ui/radio-cards.tsx'
import { TextArea, TextField } from '#lib/ui/text-field.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import type { Ingevuld } from './uitslag.ts'

const { formulier } = abonnementen

const MODI = Object.entries(formulier.contentmodi).map(([value, { titel, uitleg }]) => ({
  value,
  title: titel,
  description: uitleg,
}))

/** What most abonnementen leave as it is. */
export function MeerInstellingen({
  ingevuld,
  fout,
  isNieuw,
  isOpen,
}: {
  ingevuld: Ingevuld
  fout: (name: keyof Ingevuld) => string | undefined
  isNieuw: boolean
  isOpen: boolean
}) {
  return (
    <details className="zb-card balie-uitklap" open={isOpen}>
      <summary>{formulier.meer}</summary>
      {isNieuw && (
        <RadioCards
          name="contentmodus"
          legend={formulier.contentmodus}
          cards={MODI}
          defaultValue={ingevuld.contentmodus}
          error={fout('contentmodus')}
        />
      )}
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
