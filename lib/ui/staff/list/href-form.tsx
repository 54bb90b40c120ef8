'use client'

import Form from 'next/form'
import { unstable_rethrow, useRouter } from 'next/navigation'
import { type ComponentProps, startTransition, useState } from 'react'
import { PostForm, Unanswered } from '../../form/post-form.tsx'

/**
 * Server actions that turn a submitted text, which must stay out of the address, into an address. `find`
 * returns it, and `send` redirects to it, for a browser without JavaScript.
 */
export type HrefAction = {
  find: (formData: FormData) => Promise<string>
  send: (formData: FormData) => Promise<void>
}

/**
 * A form that navigates: a GET form, or one whose address the server makes from the typed text. Either way
 * the page keeps its focus and open panels until the next one is loaded.
 */
export function HrefForm({
  action,
  children,
  ...rest
}: Omit<ComponentProps<'form'>, 'action'> & { action: string | HrefAction }) {
  const router = useRouter()
  const [isUnanswered, setUnanswered] = useState(false)
  if (typeof action === 'string') {
    return (
      <Form {...rest} action={action}>
        {children}
      </Form>
    )
  }
  const find = async (formData: FormData) => {
    setUnanswered(false)
    try {
      router.push(await action.find(formData))
    } catch (error) {
      // Passes on redirect() and notFound().
      unstable_rethrow(error)
      setUnanswered(true)
    }
  }
  return (
    <PostForm
      {...rest}
      action={action.send}
      onSubmit={(event) => {
        event.preventDefault()
        const formData = new FormData(event.currentTarget)
        startTransition(() => find(formData))
      }}
    >
      {isUnanswered && <Unanswered saves={false} />}
      {children}
    </PostForm>
  )
}
