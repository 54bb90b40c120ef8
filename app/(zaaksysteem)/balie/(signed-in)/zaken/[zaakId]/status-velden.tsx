import { RadioCards } from '#lib/ui/form/choices.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { besluitVelden, optionalDate } from '#lib/zaaksysteem/zaak/handelingen/velden.ts'
import { ConfirmTick } from '../../confirm-tick.tsx'
import { type InForm, Velden } from '../../velden.tsx'
import type { EditableZaak } from './to-editable-zaak.ts'

const EERDERE_BESLUITEN = ['vervangen', 'handhaven', 'overnemen'] as const

/** The status, and for the last status its resultaat and dates. */
export function StatusVelden({
  choices,
  resultaten,
  vanKracht,
  intrekkingOp,
  today,
  form,
}: Pick<EditableZaak, 'choices' | 'resultaten' | 'vanKracht' | 'today'> &
  Partial<Pick<EditableZaak, 'intrekkingOp'>> &
  InForm) {
  const { field } = form
  const { wijzigen } = balie
  const eindstatus = choices.find(({ vraagtResultaat }) => vraagtResultaat)
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
      {choices.some(({ isOntwerp }) => isOntwerp) && <Velden velden={[optionalDate('ontwerpdatum')]} form={form} />}
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
          {resultaten.some(({ isBesluit }) => !isBesluit) && (
            <Velden velden={[optionalDate('einddatum', intrekkingOp ?? today)]} form={form} />
          )}
          <Velden velden={besluitVelden(today, resultaten)} form={form} />
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
