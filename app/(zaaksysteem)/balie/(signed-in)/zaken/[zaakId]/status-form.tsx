'use client'

import { TextArea } from '#lib/ui/form/text-field.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { changeStatusAction } from './change-status-action.ts'
import type { EditableZaak } from './editable-zaak.ts'
import type { Draft } from './preview.tsx'
import { Standaardteksten } from './standaardteksten.tsx'
import { StatusVelden } from './status-velden.tsx'
import { ZaakForm } from './zaak-form.tsx'

/** Empty while it is being typed; a browser also takes years of more digits. */
const DATUM = /^\d{4}-\d{2}-\d{2}$/

/** Undefined until a status is chosen, and a resultaat where the status needs one. */
function readDraft(form: HTMLFormElement, { versie, choices, zaaktype }: EditableZaak): Draft | undefined {
  const fields = new FormData(form)
  const choice = choices.find(({ code }) => code === fields.get('statustype'))
  const resultaattype = zaaktype.resultaattypen.find(({ code }) => code === fields.get('resultaat'))
  const statuscode = choice?.vraagtResultaat ? resultaattype?.statuscode : choice?.code
  const toelichting = String(fields.get('toelichting')).trim() || null
  const bekendgemaakt = String(fields.get('bekendmakingsdatum'))
  const bekendmakingsdatum = DATUM.test(bekendgemaakt) ? bekendgemaakt : undefined
  return statuscode ? { versie, statuscode, toelichting, bekendmakingsdatum, tijdstip: new Date() } : undefined
}

export function StatusForm({ zaak, onDraft }: { zaak: EditableZaak; onDraft: (draft: Draft | undefined) => void }) {
  const { wijzigen } = balie
  return (
    <ZaakForm
      action={changeStatusAction}
      zaak={zaak}
      isPossible={({ isAfgehandeld }) => !isAfgehandeld}
      title={wijzigen.titel}
      savedText={wijzigen.gelukt}
      buttonLabel={wijzigen.knop}
      onInput={(form, seen) => onDraft(readDraft(form, seen))}
    >
      {({ statusOmschrijving, since, choices, resultaten, today, teksten }, form) => (
        <>
          <Paragraph soft>
            {wijzigen.nu} <strong>{statusOmschrijving}</strong>, {wijzigen.sinds(since)}.
          </Paragraph>
          <StatusVelden choices={choices} resultaten={resultaten} today={today} field={form.field} />
          <Standaardteksten teksten={teksten} />
          <TextArea
            {...form.field('toelichting')}
            label={wijzigen.toelichting}
            optional={wijzigen.magLeeg}
            hint={wijzigen.toelichtingHint}
          />
        </>
      )}
    </ZaakForm>
  )
}
