'use client'

import NextLink from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from '#lib/ui/text/class-names.ts'

type Appearance = 'primary' | 'secondary' | 'subtle'

const buttonClass = (appearance: Appearance, className?: string) =>
  classNames('utrecht-button', `utrecht-button--${appearance}${appearance === 'subtle' ? '' : '-action'}`, className)

/** A screen has one primary button. */
export function Button({
  appearance = 'primary',
  type = 'submit',
  className,
  ...rest
}: ComponentProps<'button'> & { appearance?: Appearance }) {
  return <button {...rest} type={type} className={buttonClass(appearance, className)} />
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({
  appearance = 'primary',
  className,
  ...rest
}: ComponentProps<typeof NextLink> & { appearance?: Appearance }) {
  return <NextLink {...rest} prefetch={false} className={buttonClass(appearance, className)} />
}

/** A button that looks like a link, for a minor action of a page. */
export function LinkButton({ className, ...rest }: ComponentProps<'button'>) {
  return <button type="submit" {...rest} className={classNames('zb-link-button', className)} />
}
