'use client'

import { unstable_rethrow } from 'next/navigation'
import { useActionState, useEffect, useRef } from 'react'
import { type Labelled, type Labels, labelled } from './form-field.tsx'
import { type Entered, type FormAction, type FormState, INITIAL } from './form-state.ts'
import { textsOf } from './read-form.ts'
import { sayNewest } from './use-newest-message.ts'

/** The state of a control: the typed or initial text, and its problem. */
type Field = { name: string; defaultValue: string | undefined; error: string | undefined }

/**
 * Makes an action that the server does not answer (a 503, a reset) an answer of the form, which keeps what
 * was typed; the page would be replaced by its error page. On the server it is the action itself, which React
 * must recognise.
 */
function orUnanswered<Answer>(action: FormAction<Answer>): FormAction<Answer> {
  if (typeof window === 'undefined') return action
  return (previous, formData) =>
    action(previous, formData).catch((error) => {
      // A redirect, or what is not there.
      unstable_rethrow(error)
      return { errors: [], entered: textsOf(formData), unanswered: true }
    })
}

/**
 * A form and its server action, for `Form`. Works without JavaScript: the answer then comes with a new page.
 *
 * @param initial what the fields hold at first
 * @param start the answer that the page itself begins with
 */
export function useForm<Answer = never>(
  action: FormAction<Answer>,
  { initial = {}, start = INITIAL }: { initial?: Entered; start?: FormState<Answer> } = {},
) {
  const [state, send, isPending] = useActionState(orUnanswered(action), start)
  const form = useRef<HTMLFormElement>(null)
  const answered = useRef<HTMLElement>(null)
  useEffect(() => {
    if (state === start || state.unanswered) return
    if (state.errors.length > 0) {
      sayNewest(form.current)
      form.current?.querySelector<HTMLElement>('[role="alert"] a, [aria-invalid="true"]')?.focus()
      return
    }
    // what had the focus can be gone: fields are made new
    const isLost = document.activeElement === document.body
    if (answered.current) answered.current.focus()
    else if (isLost) form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus()
  }, [state, start])

  const values = state.entered ?? initial
  const errorOf = (name: string) =>
    state.errors.flatMap((error) => (error.name === name ? error.text : [])).join(' ') || undefined

  function field(name: string): Field
  function field<Name extends string>(name: Name, texts: Labels<NoInfer<Name>>): Field & Labelled
  function field(name: string, texts?: Labels<string>) {
    return { ...(texts && labelled(texts, name)), name, defaultValue: [values[name]].flat()[0], error: errorOf(name) }
  }

  return {
    ...state,
    /** Another one for each answer, also when it says the same. */
    said: state as object,
    form,
    send,
    isPending,
    /** With `texts` also what those say of it. */
    field,
    list: <Name extends string>(name: Name, texts: Labels<NoInfer<Name>>) => {
      const { label: legend, hint } = labelled(texts, name)
      return { name, legend, hint, chosen: [values[name] ?? []].flat(), error: errorOf(name) }
    },
    /** For the heading or the message that says what came of it: the focus goes there. */
    answered: {
      tabIndex: -1,
      ref(element: HTMLElement | null) {
        answered.current = element
      },
    },
  }
}

export type UsedForm = Pick<
  ReturnType<typeof useForm>,
  'form' | 'send' | 'isPending' | 'errors' | 'entered' | 'said' | 'unanswered' | 'field' | 'list' | 'answered'
>
