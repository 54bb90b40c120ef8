'use client'

import Form from 'next/form'
import { unstable_rethrow, useRouter } from 'next/navigation'
import { type ComponentProps, startTransition, useState } from 'react'
import { PostForm, Unanswered } from '../../form/post-form.tsx'

/**
 * An address for what a form sends, which may not stand in one. `send` leads there, for a browser without
 * JavaScript.
 */
export type HrefAction = {
  find: (formData: FormData) => Promise<string>
  send: (formData: FormData) => Promise<void>
}

/**
 * A form that leads to an address: by itself, as a GET form, or to one that the server gives for what is
 * typed. Either way the page stays while the next one comes: the focus, and what is open.
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
      // A redirect, or what is not there.
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
