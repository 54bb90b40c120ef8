'use client'

import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { Button, LinkButton } from '#lib/ui/form/button.tsx'
import { Form } from '#lib/ui/form/form.tsx'
import type { Veld } from '#lib/ui/form/labels.ts'
import { useForm } from '#lib/ui/form/use-form.ts'
import { FormButtons } from '#lib/ui/staff/form-buttons.tsx'
import { Heading } from '#lib/ui/text/heading.tsx'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { Velden } from '../../velden.tsx'
import { addZaaktypeAction } from '../zaaktype-actions.ts'

type Props = ComponentProps<typeof FormButtons> & {
  fields: Record<string, string | number>
  stappen: readonly { titel: string; velden: Veld[] }[]
}

/**
 * A form in steps, of which the last one sends it. Without JavaScript, and after a refusal, all steps are
 * shown below one another, because an error may be in any of them.
 */
export function StappenForm({ fields, stappen, ...buttons }: Props) {
  const form = useForm(addZaaktypeAction)
  const [step, setStep] = useState<number>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => setStep(0), [])
  const shown = form.errors.length > 0 ? undefined : step
  const last = stappen.length - 1

  function go(to: number) {
    setStep(to)
    // after the heading of that step is shown
    requestAnimationFrame(() => heading.current?.focus())
  }

  return (
    <Form form={form} hidden={fields} errorTitle={texts.fout.titel}>
      {shown !== undefined && (
        <ol className="balie-stappen" aria-label={texts.stappen.titel}>
          {stappen.map(({ titel }, index) => (
            <li key={titel} aria-current={index === shown ? 'step' : undefined}>
              <LinkButton type="button" onClick={() => go(index)}>
                {titel}
              </LinkButton>
            </li>
          ))}
        </ol>
      )}
      {stappen.map(({ titel, velden }, index) => (
        <section key={titel} hidden={shown !== undefined && index !== shown} aria-label={titel}>
          <Heading level={2} ref={index === shown ? heading : undefined} tabIndex={-1}>
            {titel}
          </Heading>
          <Velden velden={velden} form={form} />
        </section>
      ))}
      {shown !== undefined && (
        <div className="staff-buttons">
          {shown < last && (
            <Button type="button" onClick={() => go(shown + 1)}>
              {texts.stappen.volgende}
            </Button>
          )}
          {shown > 0 && (
            <Button type="button" appearance="secondary" onClick={() => go(shown - 1)}>
              {texts.stappen.vorige}
            </Button>
          )}
        </div>
      )}
      {(shown === undefined || shown === last) && <FormButtons {...buttons} />}
    </Form>
  )
}
