import NextLink from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from '../text/class-names.ts'

type Appearance = 'primary' | 'secondary' | 'subtle'

const buttonClass = (appearance: Appearance, className?: string) =>
  classNames('utrecht-button', `utrecht-button--${appearance}${appearance === 'subtle' ? '' : '-action'}`, className)

/** One primary button a screen. */
export function Button({
  appearance = 'primary',
  type = 'submit',
  className,
  ...rest
}: ComponentProps<'button'> & { appearance?: Appearance }) {
  return <button {...rest} type={type} className={buttonClass(appearance, className)} />
}

/** A link to somewhere else that carries the weight of a button. */
export function ButtonLink({
  appearance = 'primary',
  className,
  ...rest
}: ComponentProps<typeof NextLink> & { appearance?: Appearance }) {
  return <NextLink {...rest} className={buttonClass(appearance, className)} />
}

/** A button that reads as a link: signing out, choosing a language. */
export function LinkButton({ className, ...rest }: ComponentProps<'button'>) {
  return <button type="submit" {...rest} className={classNames('zb-link-button', className)} />
}
