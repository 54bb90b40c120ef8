'use client'

import NextLink from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

/**
 * Of a page that is made for each request there is nothing to fetch before, and asking that costs as much as
 * the page.
 */
export function Link({ className, ...rest }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink prefetch={false} {...rest} className={classNames('utrecht-link', 'utrecht-link--html-a', className)} />
  )
}

/** To a file, a place on this page, or a page of another system: of these the router fetches no parts. */
export function PlainLink({ className, ...rest }: ComponentProps<'a'>) {
  return <a {...rest} className={classNames('utrecht-link', 'utrecht-link--html-a', className)} />
}
