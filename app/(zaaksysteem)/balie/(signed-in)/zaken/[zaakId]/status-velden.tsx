import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import type { UsedForm } from '#lib/ui/form/use-form.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { ConfirmTick } from '../../confirm-tick.tsx'
import { UsualDate } from '../../usual-date.tsx'
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
  const eindstatus = choices.find(({ vraagtResultaat }) => vraagtResultaat)
  const vandaag = { tekst: handelingen.gebruikelijk.vandaag(shortDate(today)), datum: today }
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
      {eindstatus && (
        <div className="balie-resultaat">
          <input type="hidden" name="eindstatus" value={eindstatus.code} />
          {resultaten.map(
            ({ code, isBesluit }) =>
              isBesluit && <input key={code} type="hidden" name="besluitresultaat" value={code} />,
          )}
          <RadioCards
            {...field('resultaat')}
            legend={wijzigen.resultaat}
            hint={wijzigen.resultaatHint}
            cards={resultaten.map(({ code, title, intern }) => ({ value: code, title, description: intern }))}
          />
          <ConfirmTick name="aanvullingBekeken" label={handelingen.aanvullingBekekenKlopt} field={field} />
          <TextField type="date" {...field('besluitdatum')} label={handelingen.besluitdatum} />
          <UsualDate name="besluitdatum" label={handelingen.besluitdatum} {...vandaag} />
          <TextField
            type="date"
            {...field('bekendmakingsdatum')}
            label={handelingen.bekendmakingsdatum}
            hint={handelingen.bekendmakingsdatumHint}
          />
          <UsualDate name="bekendmakingsdatum" label={handelingen.bekendmakingsdatum} {...vandaag} />
          <ConfirmTick name="bekendmakingLater" label={handelingen.bekendmakingLaterKlopt} field={field} />
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
