import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { EditableZaak } from './editable-zaak.ts'
import type { Entered } from './form-state.ts'

/** Which status, and the resultaat and dates of the last one. */
export function StatusVelden({
  choices,
  resultaten,
  today,
  entered,
  errorOf,
}: Pick<EditableZaak, 'choices' | 'resultaten' | 'today'> & {
  entered: Entered
  errorOf: (name: string) => string | undefined
}) {
  const { wijzigen } = balie
  return (
    <>
      <div className="balie-status-choice" aria-keyshortcuts="s">
        <RadioCards
          name="statustype"
          legend={wijzigen.nieuweStatus}
          cards={choices.map(({ code, title, intern, vraagtResultaat }) => ({
            value: code,
            title,
            description: vraagtResultaat ? wijzigen.vraagtResultaat(resultaten.map((r) => r.title)) : intern,
          }))}
          defaultValue={entered.statustype}
          error={errorOf('statustype')}
        />
      </div>
      {choices.some(({ vraagtResultaat }) => vraagtResultaat) && (
        <div className="balie-resultaat">
          <RadioCards
            name="resultaat"
            legend={wijzigen.resultaat}
            hint={wijzigen.resultaatHint}
            cards={resultaten.map(({ code, title, intern }) => ({ value: code, title, description: intern }))}
            defaultValue={entered.resultaat}
            error={errorOf('resultaat')}
          />
          <TextField
            type="date"
            name="besluitdatum"
            label={handelingen.besluitdatum}
            defaultValue={entered.besluitdatum ?? today}
            error={errorOf('besluitdatum')}
          />
          <TextField
            type="date"
            name="bekendmakingsdatum"
            label={handelingen.bekendmakingsdatum}
            hint={handelingen.bekendmakingsdatumHint}
            defaultValue={entered.bekendmakingsdatum ?? today}
            error={errorOf('bekendmakingsdatum')}
          />
        </div>
      )}
    </>
  )
}
