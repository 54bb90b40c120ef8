import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import type { UsedForm } from '#lib/ui/form/use-form.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { BekendmakingLater } from '../../bekendmaking-later.tsx'
import type { EditableZaak } from './editable-zaak.ts'

const EERDERE_BESLUITEN = ['vervangen', 'handhaven', 'overnemen'] as const

/** Which status, and the resultaat and dates of the last one. */
export function StatusVelden({
  choices,
  resultaten,
  vanKracht,
  today,
  field,
}: Pick<EditableZaak, 'choices' | 'resultaten' | 'vanKracht' | 'today'> & Pick<UsedForm, 'field'>) {
  const { wijzigen } = balie
  return (
    <>
      <div className="balie-status-choice" aria-keyshortcuts="s">
        <RadioCards
          {...field('statustype')}
          legend={wijzigen.nieuweStatus}
          cards={choices.map(({ code, title, intern, vraagtResultaat }) => ({
            value: code,
            title,
            description: vraagtResultaat ? wijzigen.vraagtResultaat : intern,
          }))}
        />
      </div>
      {choices.some(({ vraagtResultaat }) => vraagtResultaat) && (
        <div className="balie-resultaat">
          <RadioCards
            {...field('resultaat')}
            legend={wijzigen.resultaat}
            hint={wijzigen.resultaatHint}
            cards={resultaten.map(({ code, title, intern }) => ({ value: code, title, description: intern }))}
          />
          <TextField
            type="date"
            {...field('besluitdatum')}
            label={handelingen.besluitdatum}
            defaultValue={field('besluitdatum').defaultValue ?? today}
          />
          <TextField
            type="date"
            {...field('bekendmakingsdatum')}
            label={handelingen.bekendmakingsdatum}
            hint={handelingen.bekendmakingsdatumHint}
            defaultValue={field('bekendmakingsdatum').defaultValue ?? today}
          />
          <BekendmakingLater field={field} />
          {resultaten.some(({ rechtsmiddel }) => rechtsmiddel === 'beroep') && (
            <TextField
              type="date"
              {...field('terinzagedatum')}
              label={handelingen.terinzagedatum}
              hint={handelingen.terinzagedatumHint}
              optional={wijzigen.magLeeg}
            />
          )}
          <TextField
            type="date"
            {...field('ingangsdatum')}
            label={handelingen.ingangsdatum}
            hint={handelingen.ingangsdatumHint}
            optional={wijzigen.magLeeg}
          />
          <TextField
            type="date"
            {...field('vervaldatum')}
            label={handelingen.vervaldatum}
            hint={handelingen.vervaldatumHint}
            optional={wijzigen.magLeeg}
          />
          {vanKracht.length > 0 && (
            <RadioCards
              {...field('eerdereBesluiten')}
              legend={handelingen.eerdereBesluiten.vraag(vanKracht)}
              cards={EERDERE_BESLUITEN.map((value) => ({ value, ...handelingen.eerdereBesluiten[value] }))}
            />
          )}
        </div>
      )}
    </>
  )
}
