'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { ACCEPT } from '#lib/platform/bestand/formaten.ts'
import { BestandKiezer } from '#lib/ui/bestand/bestand-kiezer.tsx'
import { Button } from '#lib/ui/form/button.tsx'
import type { FieldError } from '#lib/ui/form/form-state.ts'
import type { Veld } from '#lib/ui/form/labels.ts'
import { TextArea, TextField } from '#lib/ui/form/text-field.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { brief as briefTexts } from '#lib/ui/texts/balie/betrokkene.ts'
import { bestanden as bestandTexts, documenten as texts } from '#lib/ui/texts/balie/documenten.ts'
import { briefPdfPath } from '../../paths.ts'
import { type InForm, Velden } from '../../velden.tsx'
import { nieuwsAlsBrief } from './brief/nieuws-als-brief.ts'
import type { ShownZaak } from './shown-zaak.ts'
import { storeBriefAction } from './zaak-actions.ts'

const MB = 1024 * 1024

export type Bijlagegegevens = {
  /** ids of the bestanden that are no document yet, newest first */
  bestanden: readonly string[]
  /** the fields of the document */
  velden: Veld[]
  maxMb: number
  /** counts of the bestanden that the virus scanner has not checked, or found infected */
  wachtend: number
  besmet: number
}

type Props = Bijlagegegevens & InForm & { zaakId: string; straks: ShownZaak | undefined; now: Date }

/** The document of an act: a bestand to upload, or a letter written here. The newest one is chosen. */
export function Bijlage({ bestanden, velden, maxMb, wachtend, besmet, zaakId, straks, now, form }: Props) {
  const ref = useRef<HTMLFieldSetElement>(null)
  const seen = useRef(bestanden)
  useEffect(() => {
    const added = bestanden.find((id) => !seen.current.includes(id))
    seen.current = bestanden
    const select = ref.current?.querySelector<HTMLSelectElement>('select[name="bestand"]')
    if (!added || !select) return
    select.value = added
    select.dispatchEvent(new Event('input', { bubbles: true }))
  }, [bestanden])
  return (
    <fieldset ref={ref} className="balie-bijlage">
      <legend>{texts.bijlage.titel}</legend>
      <BestandKiezer
        isInForm
        action={`/api/zaaksysteem/balie/zaken/${zaakId}/bestanden`}
        accept={ACCEPT}
        most={{ file: maxMb * MB }}
        texts={{ ...texts.kiezer, hint: texts.kiezer.hint(maxMb), fout: bestandTexts.fout }}
      />
      <BriefMaken zaakId={zaakId} straks={straks} now={now} />
      <noscript>
        <Paragraph>{texts.bijlage.zonderScript}</Paragraph>
      </noscript>
      {wachtend > 0 && <Paragraph>{texts.los.wachtend(wachtend)}</Paragraph>}
      {besmet > 0 && <Alert type="warning">{texts.los.besmet(besmet)}</Alert>}
      <Velden velden={velden} form={form} />
    </fieldset>
  )
}

/**
 * A letter with the text that the aanvrager will read, which follows the form until somebody changes it. It
 * becomes a bestand of the zaak.
 */
function BriefMaken({ zaakId, straks, now }: Pick<Props, 'zaakId' | 'straks' | 'now'>) {
  const router = useRouter()
  const ref = useRef<HTMLDetailsElement>(null)
  const filledIn = useRef({ kop: '', tekst: '' })
  const [isReady, setIsReady] = useState(false)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [isStored, setIsStored] = useState(false)
  useEffect(() => setIsReady(true), [])
  useEffect(() => {
    const brief = straks && nieuwsAlsBrief(straks, now)
    if (!isReady || !brief) return
    for (const name of ['kop', 'tekst'] as const) {
      const field = ref.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)
      if (field?.value === filledIn.current[name]) field.value = brief[name]
    }
    filledIn.current = brief
  }, [isReady, straks, now])
  if (!isReady) return null

  const errorOf = (name: string) => errors.find((error) => error.name === name)?.text

  async function store(form: HTMLFormElement | null) {
    if (!form) return
    const stored = await storeBriefAction(new FormData(form)).catch(() => null)
    const failed = [{ name: 'tekst', text: texts.bijlage.nietGelukt }]
    setErrors(stored ? stored.errors : failed)
    if (!stored || stored.errors.length > 0) return
    setIsStored(true)
    if (ref.current) ref.current.open = false
    router.refresh()
  }

  return (
    <>
      <details ref={ref} className="balie-groep">
        <summary>{texts.bijlage.brief}</summary>
        {/* biome-ignore lint/a11y/useSemanticElements: the summary is its legend */}
        <div role="group" aria-label={texts.bijlage.brief}>
          <Paragraph soft>{straks ? texts.bijlage.briefUitleg : texts.bijlage.eerstBesluit}</Paragraph>
          <TextField name="kop" label={briefTexts.kop} autoComplete="off" error={errorOf('kop')} />
          <TextArea
            name="tekst"
            label={briefTexts.tekst}
            hint={briefTexts.tekstHint}
            rows={8}
            error={errorOf('tekst')}
          />
          <div className="staff-buttons">
            <Button appearance="secondary" formAction={briefPdfPath(zaakId)} formMethod="post" formTarget="_blank">
              {briefTexts.pdf}
            </Button>
            <Button type="button" appearance="secondary" onClick={({ currentTarget }) => store(currentTarget.form)}>
              {texts.bijlage.voegToe}
            </Button>
          </div>
        </div>
      </details>
      <div role="status">{isStored && texts.bijlage.toegevoegd}</div>
    </>
  )
}
