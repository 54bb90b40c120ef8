'use client'

import { type ReactNode, useState } from 'react'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { changeStatusAction } from './change-status-action.ts'
import type { EditableZaak } from './editable-zaak.ts'
import { type Draft, Preview } from './preview.tsx'
import { reopenZaakAction } from './reopen-zaak-action.ts'
import { Standaardteksten } from './standaardteksten.tsx'
import { StatusVelden } from './status-velden.tsx'
import { ZaakForm } from './zaak-form.tsx'

/**
 * The form, beside a preview of the citizen's page that follows it.
 *
 * @param props.children what stands between them
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
  const [draft, setDraft] = useState<Draft>()
  const { isAfgehandeld } = zaak
  return (
    <div className="balie-editor">
      <Card>
        {mayTreat && <StatusForm zaak={zaak} onDraft={setDraft} />}
        {!mayTreat && !isAfgehandeld && <Paragraph>{balie.wijzigen.nietBevoegd}</Paragraph>}
        <ReopenForm zaak={zaak} mayReopen={mayReopen} />
        {isAfgehandeld && !mayReopen && <Paragraph>{balie.heropenen.nietBevoegd}</Paragraph>}
      </Card>
      {children}
      <Preview zaak={zaak} draft={draft?.versie === zaak.versie ? draft : undefined} now={now} />
    </div>
  )
}

function ReopenForm({ zaak, mayReopen }: { zaak: EditableZaak; mayReopen: boolean }) {
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
      {({ vanKracht }, form) => (
        <>
          <Paragraph>{heropenen.uitleg}</Paragraph>
          {vanKracht.length > 0 && <Alert type="warning">{handelingen.heropenenNaBesluit(vanKracht)}</Alert>}
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

/** Empty while it is being typed; a browser also takes years of more digits. */
const DATUM = /^\d{4}-\d{2}-\d{2}$/

/** Undefined until a status is chosen, and a resultaat where the status needs one. */
function readDraft(form: HTMLFormElement, { versie, choices, zaaktype }: EditableZaak): Draft | undefined {
  const fields = new FormData(form)
  const choice = choices.find(({ code }) => code === fields.get('statustype'))
  const resultaattype = zaaktype.resultaattypen.find(({ code }) => code === fields.get('resultaat'))
  const statuscode = choice?.vraagtResultaat ? resultaattype?.statuscode : choice?.code
  const toelichting = String(fields.get('toelichting')).trim() || null
  const datum = (name: string) => {
    const filled = String(fields.get(name))
    return DATUM.test(filled) ? filled : undefined
  }
  const besluit = {
    besluitdatum: datum('besluitdatum'),
    bekendmakingsdatum: datum('bekendmakingsdatum'),
    terinzagedatum: datum('terinzagedatum'),
    eerdereBesluiten: fields.get('eerdereBesluiten')?.toString(),
  }
  return statuscode ? { versie, statuscode, toelichting, besluit, tijdstip: new Date() } : undefined
}

function StatusForm({ zaak, onDraft }: { zaak: EditableZaak; onDraft: (draft: Draft | undefined) => void }) {
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
      {({ statusOmschrijving, since, choices, resultaten, vanKracht, today, teksten }, form) => (
        <>
          <Paragraph soft>
            {wijzigen.nu} <strong>{statusOmschrijving}</strong>, {wijzigen.sinds(since)}.
          </Paragraph>
          <StatusVelden
            choices={choices}
            resultaten={resultaten}
            vanKracht={vanKracht}
            today={today}
            field={form.field}
          />
          <Standaardteksten teksten={teksten} />
          <TextArea
            {...form.field('toelichting')}
            label={wijzigen.toelichting}
            optional={wijzigen.magLeeg}
            hint={wijzigen.toelichtingHint}
            rows={3}
          />
        </>
      )}
    </ZaakForm>
  )
}
