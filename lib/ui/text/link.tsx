'use client'

import NextLink from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

/**
 * A link without prefetch: pages are rendered for each request, so a prefetch caches nothing and costs as
 * much as the page.
 */
export function Link({ className, ...rest }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink prefetch={false} {...rest} className={classNames('utrecht-link', 'utrecht-link--html-a', className)} />
  )
}

/** A link to a file, a place on this page, or a page of another system, which the router cannot load. */
export function PlainLink({ className, ...rest }: ComponentProps<'a'>) {
  return <a {...rest} className={classNames('utrecht-link', 'utrecht-link--html-a', className)} />
}
