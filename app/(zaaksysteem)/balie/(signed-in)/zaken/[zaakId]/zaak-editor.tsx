'use client'

import type { ReactNode } from 'react'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { Preview, usePreview } from './preview.tsx'
import { Standaardteksten } from './standaardteksten.tsx'
import { StatusVelden } from './status-velden.tsx'
import type { EditableZaak } from './to-editable-zaak.ts'
import { ZaakForm } from './zaak-form.tsx'

/**
 * The form, beside a preview of the citizen's page that follows it.
 *
 * @param props.children content between them
 */
export function ZaakEditor({
  zaak,
  mayTreat,
  mayReopen,
  now,
  children,
}: {
  zaak: EditableZaak
  mayTreat: boolean
  mayReopen: boolean
  now: Date
  children: ReactNode
}) {
  const { isAfgehandeld } = zaak
  const { straks, show } = usePreview()
  return (
    <div className="balie-editor">
      <Card>
        {mayTreat && <StatusForm zaak={zaak} onInput={show} />}
        {!mayTreat && !isAfgehandeld && <Paragraph>{balie.wijzigen.nietBevoegd}</Paragraph>}
        <ReopenForm zaak={zaak} mayReopen={mayReopen} onInput={show} />
        {isAfgehandeld && !mayReopen && <Paragraph>{balie.heropenen.nietBevoegd}</Paragraph>}
      </Card>
      {children}
      <Preview zaak={zaak} straks={straks} now={now} />
    </div>
  )
}

type FormProps = { zaak: EditableZaak; onInput: (form: HTMLFormElement) => void }

function ReopenForm({ zaak, mayReopen, onInput }: FormProps & { mayReopen: boolean }) {
  const { heropenen, wijzigen } = balie
  return (
    <ZaakForm
      handeling="heropenen"
      zaak={zaak}
      isPossible={({ isAfgehandeld }) => isAfgehandeld && mayReopen}
      title={heropenen.titel}
      savedText={heropenen.gelukt}
      buttonLabel={heropenen.knop}
      onInput={onInput}
    >
      {({ vanKracht }, form) => (
        <>
          <Paragraph>{heropenen.uitleg}</Paragraph>
          {vanKracht.length > 0 && <Alert type="warning">{handelingen.heropenenNaBesluit(vanKracht)}</Alert>}
          <TextArea {...form.field('toelichting', heropenen)} optional={wijzigen.magLeeg} />
        </>
      )}
    </ZaakForm>
  )
}

function StatusForm({ zaak, onInput }: FormProps) {
  const { wijzigen } = balie
  return (
    <ZaakForm
      handeling="status"
      zaak={zaak}
      isPossible={({ choices }) => choices.length > 0}
      title={wijzigen.titel}
      savedText={wijzigen.gelukt}
      buttonLabel={wijzigen.knop}
      onInput={onInput}
    >
      {(seen, form) => (
        <>
          <Paragraph soft>
            {wijzigen.nu} <strong>{seen.statusOmschrijving}</strong>, {wijzigen.sinds(seen.since)}.
          </Paragraph>
          <StatusVelden choices={seen.choices} form={form} />
          <Standaardteksten teksten={seen.teksten} bij="status" veld="toelichting" />
          <TextArea {...form.field('toelichting', wijzigen)} optional={wijzigen.magLeeg} rows={3} />
        </>
      )}
    </ZaakForm>
  )
}
