import NextLink from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

export function Link({ className, ...rest }: ComponentProps<typeof NextLink>) {
  return <NextLink {...rest} className={classNames('utrecht-link', 'utrecht-link--html-a', className)} />
}

/** A phone number that a phone can dial; never broken over two lines. */
export function PhoneLink({ number }: { number: string }) {
  return (
    <a
      className="utrecht-link utrecht-link--html-a utrecht-link--telephone zb-number"
      href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}
    >
      {number}
    </a>
  )
}
