'use client'

import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { changeStatusAction } from './change-status-action.ts'
import type { EditableZaak } from './editable-zaak.ts'
import type { Concept } from './preview.tsx'
import { ZaakForm } from './zaak-form.tsx'

/** What the zaak would become; nothing while the form is not far enough to tell. */
function readConcept(form: HTMLFormElement, { versie, keuzes, zaaktype }: EditableZaak): Concept | undefined {
  const fields = new FormData(form)
  const keuze = keuzes.find(({ code }) => code === fields.get('statustype'))
  const resultaattype = zaaktype.resultaattypen.find(({ code }) => code === fields.get('resultaat'))
  const statuscode = keuze?.vraagtResultaat ? resultaattype?.statuscode : keuze?.code
  const toelichting = String(fields.get('toelichting')).trim() || null
  return statuscode ? { versie, statuscode, toelichting, tijdstip: new Date() } : undefined
}

export function StatusForm({
  zaak,
  onConcept,
}: {
  zaak: EditableZaak
  onConcept: (concept: Concept | undefined) => void
}) {
  const { wijzigen } = balie
  return (
    <ZaakForm
      action={changeStatusAction}
      zaak={zaak}
      mogelijk={({ isAfgehandeld }) => !isAfgehandeld}
      titel={wijzigen.titel}
      gelukt={wijzigen.gelukt}
      knop={wijzigen.knop}
      onInput={(form, gezien) => onConcept(readConcept(form, gezien))}
    >
      {({ statusOmschrijving, sinds, keuzes, resultaten }, ingevuld, fout) => (
        <>
          <Paragraph soft>
            {wijzigen.nu} <strong>{statusOmschrijving}</strong>, {wijzigen.sinds(sinds)}.
          </Paragraph>
          <div className="balie-statuskeuze">
            <RadioCards
              name="statustype"
              legend={wijzigen.nieuweStatus}
              cards={keuzes.map(({ code, titel, intern, vraagtResultaat }) => ({
                value: code,
                title: titel,
                description: vraagtResultaat ? wijzigen.vraagtResultaat(resultaten.map((r) => r.titel)) : intern,
              }))}
              defaultValue={ingevuld.statustype}
              error={fout('statustype')}
            />
          </div>
          <div className="balie-resultaat">
            <RadioCards
              name="resultaat"
              legend={wijzigen.resultaat}
              hint={wijzigen.resultaatHint}
              cards={resultaten.map(({ code, titel, intern }) => ({ value: code, title: titel, description: intern }))}
              defaultValue={ingevuld.resultaat}
              error={fout('resultaat')}
            />
          </div>
          <TextArea
            name="toelichting"
            label={wijzigen.toelichting}
            optional={wijzigen.magLeeg}
            hint={wijzigen.toelichtingHint}
            defaultValue={ingevuld.toelichting}
            error={fout('toelichting')}
          />
        </>
      )}
    </ZaakForm>
  )
}
