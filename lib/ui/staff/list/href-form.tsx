'use client'

import Form from 'next/form'
import { useRouter } from 'next/navigation'
import { type ComponentProps, startTransition } from 'react'
import { PostForm } from '../../form/post-form.tsx'

/** An address for what a form sends, which may not stand in one. `send` leads there, for a browser without JavaScript. */
export type HrefAction = {
  find: (formData: FormData) => Promise<string>
  send: (formData: FormData) => Promise<void>
}

/**
 * A form that leads to an address: by itself, as a GET form, or to one that the server gives for what is typed. Either way the page
 * stays while the next one comes: the focus, and what is open.
 */
export function HrefForm({
  action,
  ...rest
}: Omit<ComponentProps<'form'>, 'action'> & { action: string | HrefAction }) {
  const router = useRouter()
  if (typeof action === 'string') return <Form {...rest} action={action} />
  return (
    <PostForm
      {...rest}
      action={action.send}
      onSubmit={(event) => {
        event.preventDefault()
        const formData = new FormData(event.currentTarget)
        startTransition(async () => router.push(await action.find(formData)))
      }}
    />
  )
}
