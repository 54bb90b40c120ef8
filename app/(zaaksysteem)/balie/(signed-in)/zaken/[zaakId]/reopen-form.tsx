'use client'

import { TextArea } from '#lib/ui/form/text-field.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
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
      {({ besluit, today }, form) => (
        <>
          <Paragraph>{heropenen.uitleg}</Paragraph>
          {besluit && besluit.bekendmakingsdatum <= today && (
            <Alert type="warning">
              {handelingen.heropenenNaBesluit(
                shortDate(besluit.bekendmakingsdatum),
                shortDate(besluit.uiterlijkeReactiedatum),
              )}
            </Alert>
          )}
          <TextArea
            {...form.field('toelichting')}
            label={heropenen.toelichting}
            optional={wijzigen.magLeeg}
            hint={heropenen.toelichtingHint}
          />
        </>
      )}
    </ZaakForm>
  )
}
