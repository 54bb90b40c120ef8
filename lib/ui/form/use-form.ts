'use client'

import { unstable_rethrow } from 'next/navigation'
import { useActionState, useEffect, useRef } from 'react'
import { sayNewest } from '../staff/status-message.tsx'
import { type Entered, type FormAction, type FormState, INITIAL } from './form-state.ts'
import { type Labelled, type Labels, labelled } from './labels.ts'
import { textsOf } from './read-form.ts'

/** The state of a control: the typed or initial text, and its error. */
type Field = { name: string; defaultValue: string | undefined; error: string | undefined }

/**
 * Turns a missing answer of the server (a 503, a reset) into an answer that keeps the typed texts. Otherwise
 * the error page would replace the page. On the server it returns the action, which React must recognise.
 */
function orUnanswered<Answer>(action: FormAction<Answer>): FormAction<Answer> {
  if (typeof window === 'undefined') return action
  return (previous, formData) =>
    action(previous, formData).catch((error) => {
      // Passes on redirect() and notFound().
      unstable_rethrow(error)
      return { errors: [], entered: textsOf(formData), unanswered: true }
    })
}

/**
 * Returns the state of a `Form` and its server action. Without JavaScript the answer comes with a new page.
 *
 * @param initial the initial values of the fields
 * @param start the answer to show before anything is sent
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
    // the focused element can be gone, because the fields are recreated
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
    /** A new object for each answer, also when its content is the same. */
    said: state as object,
    form,
    send,
    isPending,
    /** With `texts` it includes the label and the hint. */
    field,
    list: <Name extends string>(name: Name, texts: Labels<NoInfer<Name>>) => {
      const { label: legend, hint } = labelled(texts, name)
      return { name, legend, hint, chosen: [values[name] ?? []].flat(), error: errorOf(name) }
    },
    /** Props of the heading or message of the result, which gets the focus. */
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
