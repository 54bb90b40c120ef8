'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { Veld } from '#lib/ui/form/labels.ts'
import type { Handelingspad } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'
import type { Handelingspagina } from '#lib/zaaksysteem/zaak/handelingen/handelingspagina.ts'
import { Velden } from '../../../velden.tsx'
import { Bijlage, type Bijlagegegevens } from '../bijlage.tsx'
import { Preview, usePreview } from '../preview.tsx'
import { Standaardteksten } from '../standaardteksten.tsx'
import type { EditableZaak } from '../to-editable-zaak.ts'
import { ZaakForm } from '../zaak-form.tsx'

type Props = {
  zaak: EditableZaak
  pad: Handelingspad
  groep: Handelingspagina['groep']
  velden: Veld[]
  /** present when the act also takes a document */
  bijlage?: Bijlagegegevens | undefined
  buttonLabel: string
  terug: string | undefined
  now: Date
  /** content above the form (`uitleg`) and below it */
  uitleg: ReactNode
  children: ReactNode
}

/** The form of an act with a page of its own, beside a preview for the citizen. */
export function HandelingForm({ zaak, pad, groep, velden, bijlage, buttonLabel, terug, now, uitleg, children }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const { straks, show } = usePreview()
  const isToelichting = (veld: Veld) => veld.soort === 'lang' && veld.name === 'toelichting'
  useEffect(() => {
    const form = ref.current?.querySelector('form')
    if (form) show(form)
  }, [show])
  return (
    <div ref={ref} className="balie-editor balie-editor--handeling">
      <div className="zb-card">
        {uitleg}
        <ZaakForm
          handeling={pad}
          zaak={zaak}
          isPossible={({ handelingen }) => handelingen.includes(pad)}
          buttonLabel={buttonLabel}
          onInput={show}
        >
          {({ teksten }, form) => (
            <>
              {terug && <input type="hidden" name="terug" value={terug} />}
              <Velden velden={velden.filter((veld) => !isToelichting(veld))} form={form} />
              {velden.some(isToelichting) && <Standaardteksten teksten={teksten} bij={groep} veld="toelichting" />}
              <Velden velden={velden.filter(isToelichting)} form={form} />
              {bijlage && <Bijlage {...bijlage} zaakId={zaak.id} straks={straks?.straks?.zaak} now={now} form={form} />}
            </>
          )}
        </ZaakForm>
        {children}
      </div>
      <Preview zaak={zaak} straks={straks} now={now} />
    </div>
  )
}
