import { RadioCards } from '#lib/ui/form/choices.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { optionalDate } from '#lib/zaaksysteem/zaak/handelingen/velden.ts'
import { type InForm, Velden } from '../../velden.tsx'
import type { EditableZaak } from './to-editable-zaak.ts'

/** The statuses that the zaak can get; the last one takes a besluit. */
export function StatusVelden({ choices, form }: Pick<EditableZaak, 'choices'> & InForm) {
  return (
    <>
      <div aria-keyshortcuts="s">
        <RadioCards
          {...form.field('statustype')}
          legend={balie.wijzigen.nieuweStatus}
          cards={choices.map(({ code, title, intern }) => ({ value: code, title, description: intern }))}
        />
      </div>
      {choices.some(({ isOntwerp }) => isOntwerp) && <Velden velden={[optionalDate('ontwerpdatum')]} form={form} />}
    </>
  )
}
