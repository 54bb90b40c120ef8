'use client'

import { TextArea } from '#lib/ui/form/text-field.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import type { EditableZaak } from './editable-zaak.ts'
import { reopenZaakAction } from './reopen-zaak-action.ts'
import { ZaakForm } from './zaak-form.tsx'

export function ReopenForm({ zaak, mayReopen }: { zaak: EditableZaak; mayReopen: boolean }) {
  const { heropenen, wijzigen } = balie
  return (
    <ZaakForm
      action={reopenZaakAction}
      zaak={zaak}
      isPossible={({ isAfgehandeld }) => isAfgehandeld && mayReopen}
      title={heropenen.titel}
      savedText={heropenen.gelukt}
      buttonLabel={heropenen.knop}
    >
      {(_, entered, errorOf) => (
        <>
          <Paragraph>{heropenen.uitleg}</Paragraph>
          <TextArea
            name="toelichting"
            label={heropenen.toelichting}
            optional={wijzigen.magLeeg}
            hint={heropenen.toelichtingHint}
            defaultValue={entered.toelichting}
            error={errorOf('toelichting')}
          />
        </>
      )}
    </ZaakForm>
  )
}
